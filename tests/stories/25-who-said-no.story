# Who said no: every layer has its own sentence
file all.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}
file iam-only.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["iam:*", "sts:*"], "Resource": "*"}}
file no-s3.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}}
file all-but-s3.json
    {"Version": "2012-10-17",
     "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},
                   {"Sid": "NoShelves", "Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}
file no-s3-here.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}}

; an organization, and a team's account in it, where all of this happens
$ aws organizations create-organization
? Organization.FeatureSet -> "ALL"
$ aws organizations create-account --account-name team --email team@example.com
? CreateAccountStatus.State -> "IN_PROGRESS"
$ aws organizations list-accounts
? length(Accounts) -> 2
save TEAM Accounts[?Name=='team'].Id | [0]
$ aws organizations list-roots
? Roots[0].Name -> "Root"
save TOP Roots[0].Id
$ aws organizations enable-policy-type --root-id {TOP} --policy-type SERVICE_CONTROL_POLICY
? Root.Id -> "{TOP}"
$ aws organizations enable-policy-type --root-id {TOP} --policy-type RESOURCE_CONTROL_POLICY
? Root.Id -> "{TOP}"
$ aws iam create-user --user-name admin
? User.UserName -> "admin"
$ aws iam attach-user-policy --user-name admin --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
quiet
$ aws iam create-access-key --user-name admin
? AccessKey.Status -> "Active"
save ADMIN keys AccessKey
$ {ADMIN} aws sts assume-role --role-arn arn:aws:iam::{TEAM}:role/OrganizationAccountAccessRole --role-session-name ops
? AssumedRoleUser.Arn -> "arn:aws:sts::{TEAM}:assumed-role/OrganizationAccountAccessRole/ops"
save OPS keys Credentials
$ {OPS} aws s3api create-bucket --bucket shelf
? Location -> "/shelf"
$ {OPS} aws s3api put-object --bucket shelf --key a.txt
? ServerSideEncryption -> "AES256"
$ {OPS} aws iam create-user --user-name lina
? User.Arn -> "arn:aws:iam::{TEAM}:user/lina"
$ {OPS} aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
save LINA keys AccessKey

; the first gate: no policy is asked
$ AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=none aws sts get-caller-identity
! InvalidClientTokenId GetCallerIdentity: The security token included in the request is invalid.
% explain
~ ✗ Stopped at the first gate, who you are: key AKIAIOSFODNN7EXAMPLE.*No policy was asked\.

; identity-based
$ {LINA} aws s3api get-object --bucket shelf --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" because no identity-based policy allows the s3:GetObject action
% explain
~ . Result: implicit deny\. What settled it: identity-based policies
$ {OPS} aws iam put-user-policy --user-name lina --policy-name work --policy-document file://all.json
quiet
$ {LINA} aws s3api get-object --bucket shelf --key a.txt out.txt
? ContentLength -> 0
% explain
~ . Result: allowed\. What settled it: identity-based policies
$ {OPS} aws iam create-policy --policy-name no-s3 --policy-document file://no-s3.json
? Policy.Arn -> "arn:aws:iam::{TEAM}:policy/no-s3"
$ {OPS} aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::{TEAM}:policy/no-s3
quiet
$ {LINA} aws s3api get-object --bucket shelf --key a.txt out.txt
!~ AccessDenied GetObject: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" with an explicit deny in an identity-based policy(: arn:aws:iam::{TEAM}:policy/no-s3)?
% explain
~ . Result: explicit deny\. What settled it: identity-based policies
$ {OPS} aws iam detach-user-policy --user-name lina --policy-arn arn:aws:iam::{TEAM}:policy/no-s3
quiet
$ {LINA} aws ec2 describe-instances
? Reservations -> []

; the boundary
$ {OPS} aws iam create-policy --policy-name fence --policy-document file://iam-only.json
? Policy.Arn -> "arn:aws:iam::{TEAM}:policy/fence"
$ {OPS} aws iam put-user-permissions-boundary --user-name lina --permissions-boundary arn:aws:iam::{TEAM}:policy/fence
quiet
$ {LINA} aws s3api get-object --bucket shelf --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" because no permissions boundary allows the s3:GetObject action
% explain
~ . Result: implicit deny\. What settled it: permissions boundary
$ {OPS} aws iam create-policy-version --policy-arn arn:aws:iam::{TEAM}:policy/fence --policy-document file://all-but-s3.json --set-as-default
? PolicyVersion.VersionId -> "v2"
$ {LINA} aws s3api get-object --bucket shelf --key a.txt out.txt
!~ AccessDenied GetObject: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" with an explicit deny in a permissions boundary(: arn:aws:iam::{TEAM}:policy/fence)?
% explain
~ . Result: explicit deny\. What settled it: permissions boundary
$ {OPS} aws iam delete-user-permissions-boundary --user-name lina
quiet

; the session
$ {LINA} aws sts get-federation-token --name kiosk --policy file://iam-only.json
? FederatedUser.Arn -> "arn:aws:sts::{TEAM}:federated-user/kiosk"
save KIOSK keys Credentials
$ {KIOSK} aws s3api get-object --bucket shelf --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:sts::{TEAM}:federated-user/kiosk is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" because no session policy allows the s3:GetObject action
% explain
~ . Result: implicit deny\. What settled it: session policies
$ {LINA} aws sts get-federation-token --name kiosk --policy file://all-but-s3.json
? FederatedUser.FederatedUserId -> "{TEAM}:kiosk"
save STRICT keys Credentials
$ {STRICT} aws s3api get-object --bucket shelf --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:sts::{TEAM}:federated-user/kiosk is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" with an explicit deny in a session policy

; the bucket's own policy
$ {OPS} aws s3api put-bucket-policy --bucket shelf --policy '{"Version": "2012-10-17", "Statement": {"Sid": "NotLina", "Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::{TEAM}:user/lina"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shelf/*"}}'
quiet
$ {LINA} aws s3api get-object --bucket shelf --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" with an explicit deny in a resource-based policy
% explain
~ . Result: explicit deny\. What settled it: resource-based policy
$ {OPS} aws s3api delete-bucket-policy --bucket shelf
quiet
; of another account it must say yes
$ {ADMIN} aws s3api get-object --bucket shelf --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:iam::111111111111:user/admin is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" because no resource-based policy allows the s3:GetObject action
% explain
~ . Result: implicit deny\. What settled it: resource-based policy

; service control policies, above the account's own people
$ aws organizations create-policy --name no-s3 --description - --type SERVICE_CONTROL_POLICY --content file://no-s3.json
? Policy.PolicySummary.Name -> "no-s3"
save SCP Policy.PolicySummary.Id
save SCP_ARN Policy.PolicySummary.Arn
$ aws organizations attach-policy --policy-id {SCP} --target-id {TEAM}
quiet
$ {LINA} aws s3api get-object --bucket shelf --key a.txt out.txt
!~ AccessDenied GetObject: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" with an explicit deny in a service control policy(: {SCP_ARN})?
% explain
~ . Result: explicit deny\. What settled it: service control policies \(SCP\)
$ {ADMIN} aws s3 ls
quiet
$ aws organizations detach-policy --policy-id p-FullAWSAccess --target-id {TEAM}
quiet
$ {LINA} aws iam list-groups
! AccessDenied ListGroups: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: iam:ListGroups on resource: arn:aws:iam::{TEAM}:group/ because no service control policy allows the iam:ListGroups action
$ aws organizations attach-policy --policy-id p-FullAWSAccess --target-id {TEAM}
quiet
$ aws organizations detach-policy --policy-id {SCP} --target-id {TEAM}
quiet

; resource control policies, above what the account owns
$ aws organizations create-policy --name no-s3-here --description - --type RESOURCE_CONTROL_POLICY --content file://no-s3-here.json
? Policy.PolicySummary.Name -> "no-s3-here"
save RCP Policy.PolicySummary.Id
save RCP_ARN Policy.PolicySummary.Arn
$ aws organizations attach-policy --policy-id {RCP} --target-id {TOP}
quiet
$ {LINA} aws s3api get-object --bucket shelf --key a.txt out.txt
!~ AccessDenied GetObject: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shelf/a.txt" with an explicit deny in a resource control policy(: {RCP_ARN})?
% explain
~ . Result: explicit deny\. What settled it: resource control policies \(RCP\)
$ aws s3api create-bucket --bucket of-the-studio
? Location -> "/of-the-studio"
$ {LINA} aws iam list-groups
? Groups -> []

; the trust policy of a role
$ {OPS} aws iam create-role --role-name crew --assume-role-policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/admin"}, "Action": "sts:AssumeRole"}}'
? Role.RoleName -> "crew"
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::{TEAM}:role/crew --role-session-name july
!~ AccessDenied AssumeRole: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{TEAM}:role/crew.*
% explain
~ . Result: implicit deny\. What settled it: the role's trust policy
$ {OPS} aws iam update-assume-role-policy --role-name crew --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "{TEAM}"}, "Action": "sts:AssumeRole"}, {"Sid": "NotLina", "Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::{TEAM}:user/lina"}, "Action": "sts:AssumeRole"}]}'
quiet
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::{TEAM}:role/crew --role-session-name july
!~ AccessDenied AssumeRole: User: arn:aws:iam::{TEAM}:user/lina is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{TEAM}:role/crew.*
% explain
~ . Result: explicit deny\. What settled it: the role's trust policy
; what no policy decides
$ {LINA} aws sts get-caller-identity
? Arn -> "arn:aws:iam::{TEAM}:user/lina"
