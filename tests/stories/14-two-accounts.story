# Two accounts, two yeses: what another account owns
file outside.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::partner-data/*"}}
file go.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}}

; a second account; Organizations lets an administrator of the first one in
$ aws organizations create-organization
? Organization.FeatureSet -> "ALL"
$ aws organizations create-account --account-name partner --email partner@example.com
? CreateAccountStatus.State -> "IN_PROGRESS"
save ASKED CreateAccountStatus.Id
$ aws organizations describe-create-account-status --create-account-request-id {ASKED}
? CreateAccountStatus.State -> "SUCCEEDED"
save PARTNER CreateAccountStatus.AccountId
$ aws iam create-user --user-name admin
? User.Path -> "/"
$ aws iam attach-user-policy --user-name admin --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
quiet
$ aws iam create-access-key --user-name admin
? AccessKey.UserName -> "admin"
save ADMIN keys AccessKey
$ aws sts assume-role --role-arn arn:aws:iam::{PARTNER}:role/OrganizationAccountAccessRole --role-session-name setup
! AccessDenied AssumeRole: Roles may not be assumed by root accounts.
$ {ADMIN} aws sts assume-role --role-arn arn:aws:iam::{PARTNER}:role/OrganizationAccountAccessRole --role-session-name setup
? AssumedRoleUser.Arn -> "arn:aws:sts::{PARTNER}:assumed-role/OrganizationAccountAccessRole/setup"
save OWNER keys Credentials
$ {OWNER} aws sts get-caller-identity
? Account -> "{PARTNER}"

; a bucket over there: both sides must say yes
$ aws iam create-user --user-name lina
? User.Arn -> "arn:aws:iam::111111111111:user/lina"
save LINA_ID User.UserId
$ aws iam create-access-key --user-name lina
? AccessKey.UserName -> "lina"
save LINA keys AccessKey
save LINA_KEY AccessKey.AccessKeyId
$ {OWNER} aws s3api create-bucket --bucket partner-data
? Location -> "/partner-data"
$ aws s3api create-bucket --bucket partner-data
! BucketAlreadyExists CreateBucket: The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.
$ {OWNER} aws s3api put-object --bucket partner-data --key a.txt
? ETag ~> .*d41d8cd98f00b204e9800998ecf8427e.*
$ {LINA} aws s3api get-object --bucket partner-data --key a.txt out.txt
!~ AccessDenied GetObject: .*
$ aws iam put-user-policy --user-name lina --policy-name outside --policy-document file://outside.json
quiet
$ {LINA} aws s3api get-object --bucket partner-data --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::partner-data/a.txt" because no resource-based policy allows the s3:GetObject action
$ {OWNER} aws s3api put-bucket-policy --bucket partner-data --policy '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/lina"}, "Action": "s3:*", "Resource": "arn:aws:s3:::partner-data/*"}}'
quiet
$ {LINA} aws s3api get-object --bucket partner-data --key a.txt out.txt
? ContentLength -> 0
$ {LINA} aws s3api put-object --bucket partner-data --key b.txt
! AccessDenied PutObject: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::partner-data/b.txt" because no identity-based policy allows the s3:PutObject action
$ aws s3api get-object --bucket partner-data --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:iam::111111111111:root is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::partner-data/a.txt" because no resource-based policy allows the s3:GetObject action
$ {OWNER} aws s3api put-bucket-policy --bucket partner-data --policy '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:root"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::partner-data/*"}}'
quiet
; the account's root principal: its root user, and whom the account itself lets
$ aws s3api get-object --bucket partner-data --key a.txt out.txt
? ContentLength -> 0
$ {LINA} aws s3api get-object --bucket partner-data --key a.txt out.txt
? ContentLength -> 0
$ {ADMIN} aws s3api delete-bucket-policy --bucket partner-data
!~ AccessDenied DeleteBucketPolicy: .*

; a role over there, for one person who knows the external id
$ {OWNER} aws iam create-role --role-name auditor --assume-role-policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/nobody"}, "Action": "sts:AssumeRole"}}'
! MalformedPolicyDocument CreateRole: Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:user/nobody"
$ {OWNER} aws iam create-role --role-name auditor --assume-role-policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/lina"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "moon-77"}}}}'
? Role.Arn -> "arn:aws:iam::{PARTNER}:role/auditor"
save ROLE Role.Arn
$ {LINA} aws sts assume-role --role-arn {ROLE} --role-session-name july --external-id moon-77
!~ AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{PARTNER}:role/auditor.*
$ aws iam put-user-policy --user-name lina --policy-name go --policy-document file://go.json
quiet
$ {LINA} aws sts assume-role --role-arn {ROLE} --role-session-name july
!~ AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{PARTNER}:role/auditor.*
$ {LINA} aws sts assume-role --role-arn {ROLE} --role-session-name july --external-id moon-78
!~ AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: sts:AssumeRole on resource: .*
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::{PARTNER}:role/nothing --role-session-name july --external-id moon-77
!~ AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{PARTNER}:role/nothing.*
$ {LINA} aws sts assume-role --role-arn {ROLE} --role-session-name july --external-id x
rc 255
err Invalid length for parameter ExternalId, value: 1, valid min length: 2
$ {LINA} aws sts assume-role --role-arn {ROLE} --role-session-name july --external-id moon-77
? AssumedRoleUser.Arn -> "arn:aws:sts::{PARTNER}:assumed-role/auditor/july"
? AssumedRoleUser.AssumedRoleId ~> AROA[A-Z0-9]{17}:july
save JULY keys Credentials
$ {JULY} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:sts::{PARTNER}:assumed-role/auditor/july is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::{PARTNER}:user/ because no identity-based policy allows the iam:ListUsers action

$ {OWNER} aws s3api put-bucket-policy --bucket partner-data --policy '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/lina"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::partner-data/*"}}'
quiet

; the person goes, her id stays; one of the same name is somebody else
$ aws iam delete-access-key --user-name lina --access-key-id {LINA_KEY}
quiet
$ aws iam delete-user-policy --user-name lina --policy-name outside
quiet
$ aws iam delete-user-policy --user-name lina --policy-name go
quiet
$ aws iam delete-user --user-name lina
quiet
$ {OWNER} aws iam get-role --role-name auditor
? Role.AssumeRolePolicyDocument.Statement.Principal.AWS -> "{LINA_ID}"
$ {OWNER} aws s3api get-bucket-policy --bucket partner-data
? Policy ~> [\s\S]*"{LINA_ID}"[\s\S]*
$ aws iam create-user --user-name lina
? User.UserId ~> (?!{LINA_ID})AIDA[A-Z0-9]{17}
$ aws iam put-user-policy --user-name lina --policy-name go --policy-document file://go.json
quiet
$ aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
save AGAIN keys AccessKey
$ {AGAIN} aws s3api get-object --bucket partner-data --key a.txt out.txt
!~ AccessDenied GetObject: .*
$ {AGAIN} aws sts assume-role --role-arn {ROLE} --role-session-name july --external-id moon-77
!~ AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: sts:AssumeRole on resource: .*
; a trust that names the account lets the new one in: her own policy decides
$ {OWNER} aws iam update-assume-role-policy --role-name auditor --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111111111111"}, "Action": "sts:AssumeRole"}}'
quiet
$ {AGAIN} aws sts assume-role --role-arn {ROLE} --role-session-name july
? AssumedRoleUser.Arn -> "arn:aws:sts::{PARTNER}:assumed-role/auditor/july"
$ {OWNER} aws iam delete-role --role-name auditor
quiet
$ {JULY} aws sts get-caller-identity
! InvalidClientTokenId GetCallerIdentity: The security token included in the request is invalid.
