# Customer managed policies: versions, the default one, malformed documents, what stands in the way of deleting
file read.json
    {
      "Version": "2012-10-17",
      "Statement": [{"Sid": "Read", "Effect": "Allow", "Action": "iam:Get*", "Resource": "*"}]
    }
file list.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"}}
file braces.json
    {{"Version": "2012-10-17", "Statement": []}}
file old.json
    {"Version": "2008-10-17", "Statement": {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"}}
file twice.json
    {"Version": "2012-10-17", "Statement": [
      {"Sid": "A", "Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"},
      {"Sid": "A", "Effect": "Allow", "Action": "iam:ListRoles", "Resource": "*"}]}
$ aws iam create-policy --policy-name Read --policy-document file://read.json --description "reads IAM"
? Policy.Arn -> "arn:aws:iam::111111111111:policy/Read"
? Policy.DefaultVersionId -> "v1"
? Policy.AttachmentCount -> 0
? Policy.IsAttachable -> true
? Policy.PolicyId ~> ANPA[A-Z0-9]{17}
$ aws iam create-policy --policy-name Read --policy-document file://read.json
! EntityAlreadyExists CreatePolicy: A policy called Read already exists. Duplicate names are not allowed.
$ aws iam create-policy --policy-name Bad --policy-document file://braces.json
! MalformedPolicyDocument CreatePolicy: Syntax errors in policy.
$ aws iam create-policy --policy-name Bad --policy-document file://old.json
! MalformedPolicyDocument CreatePolicy: Policy document must be version 2012-10-17 or greater.
$ aws iam create-policy --policy-name Bad --policy-document file://twice.json
! MalformedPolicyDocument CreatePolicy: Statement IDs (SID) in a single policy must be unique.
$ aws iam create-policy --policy-name Bad --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*"}}'
! MalformedPolicyDocument CreatePolicy: Policy statement must contain actions.
$ aws iam create-policy --policy-name Bad --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject"}}'
! MalformedPolicyDocument CreatePolicy: Policy statement must contain resources.
$ aws iam create-policy --policy-name Bad --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "GetObject", "Resource": "*"}}'
! MalformedPolicyDocument CreatePolicy: Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.
$ aws iam create-policy --policy-name Bad --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:Get:Object", "Resource": "*"}}'
! MalformedPolicyDocument CreatePolicy: Actions/Condition can contain only one colon.
$ aws iam create-policy --policy-name Bad --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s*:GetObject", "Resource": "*"}}'
! MalformedPolicyDocument CreatePolicy: Vendor s* is not valid
$ aws iam create-policy --policy-name Bad --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "photos/*"}}'
! MalformedPolicyDocument CreatePolicy: Resource photos/* must be in ARN format or "*".
$ aws iam create-policy --policy-name Bad --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:us-east-1::photos/*"}}'
! MalformedPolicyDocument CreatePolicy: Resource arn:aws:s3:us-east-1::photos/* can not contain region information.
$ aws iam create-policy --policy-name Bad --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "denY", "Action": "s3:GetObject", "Resource": "*"}}'
! MalformedPolicyDocument CreatePolicy: The policy failed legacy parsing
$ aws iam create-policy --policy-name Bad --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:GetUser", "Resource": "arn:aws:iam::111111111111:u*"}}'
! MalformedPolicyDocument CreatePolicy: IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.
$ aws iam create-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --policy-document file://list.json
? PolicyVersion.VersionId -> "v2"
? PolicyVersion.IsDefaultVersion -> false
$ aws iam get-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --version-id v2
? PolicyVersion.Document.Statement.Action -> "iam:ListUsers"
$ aws iam get-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --version-id v9
! NoSuchEntity GetPolicyVersion: Policy arn:aws:iam::111111111111:policy/Read version v9 does not exist or is not attachable.
$ aws iam create-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --policy-document file://list.json --set-as-default
? PolicyVersion.IsDefaultVersion -> true
$ aws iam create-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --policy-document file://list.json
? PolicyVersion.VersionId -> "v4"
$ aws iam create-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --policy-document file://list.json
? PolicyVersion.VersionId -> "v5"
$ aws iam create-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --policy-document file://list.json
! LimitExceeded CreatePolicyVersion: A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.
$ aws iam list-policy-versions --policy-arn arn:aws:iam::111111111111:policy/Read
? Versions[].VersionId -> ["v5", "v4", "v3", "v2", "v1"]
? Versions[?IsDefaultVersion].VersionId -> ["v3"]
$ aws iam delete-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --version-id v3
! DeleteConflict DeletePolicyVersion: Cannot delete the default version of a policy.
$ aws iam delete-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --version-id v2
quiet
$ aws iam create-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --policy-document file://read.json
? PolicyVersion.VersionId -> "v6"
; the default version is what attachments grant
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam create-access-key --user-name kim
? AccessKey.UserName -> "kim"
save KIM keys AccessKey
$ aws iam attach-user-policy --user-name kim --policy-arn arn:aws:iam::111111111111:policy/Read
quiet
$ {KIM} aws iam list-users
? Users[].UserName -> ["kim"]
$ aws iam set-default-policy-version --policy-arn arn:aws:iam::111111111111:policy/Read --version-id v1
quiet
$ {KIM} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ because no identity-based policy allows the iam:ListUsers action
$ aws iam list-entities-for-policy --policy-arn arn:aws:iam::111111111111:policy/Read
? PolicyUsers[].UserName -> ["kim"]
? PolicyGroups -> []
$ aws iam list-policies --scope Local --only-attached
? Policies[].[PolicyName, AttachmentCount] -> [["Read", 1]]
$ aws iam attach-user-policy --user-name kim --policy-arn arn:aws:iam::111111111111:policy/Nothing
! NoSuchEntity AttachUserPolicy: Policy arn:aws:iam::111111111111:policy/Nothing does not exist or is not attachable.
$ aws iam attach-user-policy --user-name kim --policy-arn ReadOnlyAccess-of-AWS
! ValidationError AttachUserPolicy: ARN ReadOnlyAccess-of-AWS is not valid.
$ aws iam delete-policy --policy-arn arn:aws:iam::111111111111:policy/Read
! DeleteConflict DeletePolicy: Cannot delete a policy attached to entities.
$ aws iam detach-user-policy --user-name kim --policy-arn arn:aws:iam::111111111111:policy/Read
quiet
$ aws iam delete-policy --policy-arn arn:aws:iam::111111111111:policy/Read
! DeleteConflict DeletePolicy: This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.
$ aws iam get-policy --policy-arn arn:aws:iam::111111111111:policy/Nothing
! NoSuchEntity GetPolicy: Policy arn:aws:iam::111111111111:policy/Nothing was not found.
$ aws iam create-policy --policy-name Seed --policy-document file://list.json --path /lab/ --tags Key=a,Value=1 Key=A,Value=2
? Policy.Arn -> "arn:aws:iam::111111111111:policy/lab/Seed"
? length(Policy.Tags) -> 2
$ aws iam delete-policy --policy-arn arn:aws:iam::111111111111:policy/lab/Seed
quiet
$ aws iam delete-policy --policy-arn arn:aws:iam::111111111111:policy/lab/Seed
! NoSuchEntity DeletePolicy: Policy arn:aws:iam::111111111111:policy/lab/Seed was not found.
