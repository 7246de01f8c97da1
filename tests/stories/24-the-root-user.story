# The root user, the door of the console, and what only root can do
console only: signing in is the console's
file locked.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*",
                   "Resource": ["arn:aws:s3:::locked-away", "arn:aws:s3:::locked-away/*"]}}
file no-organization.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}}
file mfa-only.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*",
                   "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}}

; keys of the root user: two at most, sessions of an hour at most, no roles
$ aws sts get-caller-identity
? [UserId, Arn] -> ["111111111111", "arn:aws:iam::111111111111:root"]
$ aws iam create-access-key
? AccessKey.UserName -> null
save ROOT keys AccessKey
save ROOT_KEY AccessKey.AccessKeyId
$ aws iam create-access-key
? AccessKey.Status -> "Active"
$ aws iam create-access-key
! LimitExceeded CreateAccessKey: Cannot exceed quota for AccessKeysPerUser: 2
$ {ROOT} aws sts get-session-token --duration-seconds 7200 --query Credentials.Expiration
? @ -> "2026-01-05T10:01:20Z"
$ {ROOT} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/crew --role-session-name july
! AccessDenied AssumeRole: Roles may not be assumed by root accounts.
$ {ROOT} aws iam change-password --old-password Moon-rabbit-1 --new-password Moon-rabbit-2
!~ InvalidUserType ChangePassword: .*
$ aws iam put-user-policy --user-name root --policy-name less --policy-document file://no-organization.json
! NoSuchEntity PutUserPolicy: The user with name root cannot be found.
$ aws iam delete-access-key --access-key-id {ROOT_KEY}
quiet
$ {ROOT} aws sts get-caller-identity
! InvalidClientTokenId GetCallerIdentity: The security token included in the request is invalid.
$ aws iam delete-access-key --access-key-id {ROOT_KEY}
! NoSuchEntity DeleteAccessKey: The Access Key with id {ROOT_KEY} cannot be found.

; a password of root's own, then its door
$ sign-in --root mina@moonrabbit.example
~ This root user has no password yet\..*
$ short
rc 1
err~ Please choose a stronger password.*
$ sign-in --root mina@moonrabbit.example --password Full-moon-2
~ Signed in as arn:aws:iam::111111111111:root .*
$ aws sts get-caller-identity --query Arn
? @ -> "arn:aws:iam::111111111111:root"
$ sign-out
= Signed out.
$ sign-out
rc 1
err Nobody is signed in.
$ sign-in --root mina@moonrabbit.example --password Full-moon-3
rc 1
err Your authentication information is incorrect. Please try again.

; a user's password, and the door for users
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam create-login-profile --user-name kim --password short
! PasswordPolicyViolation CreateLoginProfile: Password does not conform to the account password policy.
$ aws iam create-login-profile --user-name kim --password Moon-rabbit-1
? LoginProfile.[UserName, PasswordResetRequired] -> ["kim", false]
$ aws iam create-login-profile --user-name kim --password Moon-rabbit-1
! EntityAlreadyExists CreateLoginProfile: Login Profile for user kim already exists.
$ sign-in --account 111111111111 --user kim --password Moon-rabbit-9
rc 1
err Your authentication information is incorrect. Please try again.
$ sign-in --account 999999999999 --user kim --password Moon-rabbit-1
rc 1
err Your authentication information is incorrect. Please try again.
$ sign-in --account 111111111111 --user kim --password Moon-rabbit-1
~ Signed in as arn:aws:iam::111111111111:user/kim .*
$ aws sts get-caller-identity --query Arn
? @ -> "arn:aws:iam::111111111111:user/kim"
$ aws iam list-users
! AccessDenied ListUsers: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ because no identity-based policy allows the iam:ListUsers action
$ aws iam change-password --old-password Moon-rabbit-1 --new-password Moon-rabbit-2
! AccessDenied ChangePassword: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ChangePassword on resource: arn:aws:iam::111111111111:user/kim because no identity-based policy allows the iam:ChangePassword action
$ sign-out
= Signed out.

; with a second thing to show, some doors open that were shut
$ aws iam put-user-policy --user-name kim --policy-name mfa-only --policy-document file://mfa-only.json
quiet
$ sign-in --user kim --password Moon-rabbit-1
~ Signed in as .*
$ aws iam list-users
!~ AccessDenied ListUsers: .* because no identity-based policy allows the iam:ListUsers action
$ sign-out
= Signed out.
$ aws iam create-virtual-mfa-device --virtual-mfa-device-name phone --bootstrap-method Base32StringSeed --outfile seed.txt
? VirtualMFADevice.SerialNumber -> "arn:aws:iam::111111111111:mfa/phone"
save SEED file seed.txt
$ aws iam enable-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/phone --authentication-code1 {SEED@0} --authentication-code2 {SEED@0}
! InvalidAuthenticationCode EnableMFADevice: Authentication code for device is not valid.
$ aws iam enable-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/phone --authentication-code1 {SEED@0} --authentication-code2 {SEED@1}
quiet
$ clock +5m
$ sign-in --user kim --password Moon-rabbit-1 --code 000000
rc 1
err~ .*code.*
$ sign-in --user kim --password Moon-rabbit-1 --code {SEED@0}
~ Signed in as arn:aws:iam::111111111111:user/kim .*
$ aws iam list-users --query Users[].UserName
? @ -> ["kim"]
$ clock +13h
$ aws iam list-users
! ExpiredToken ListUsers: The security token included in the request is expired
$ sign-out
= Signed out.

; a bucket that nobody may touch: its policy, root may still take away
$ aws iam attach-user-policy --user-name kim --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
quiet
$ aws iam create-access-key --user-name kim
? AccessKey.Status -> "Active"
save KIM keys AccessKey
$ aws s3api create-bucket --bucket locked-away
? Location -> "/locked-away"
$ {KIM} aws s3api put-bucket-policy --bucket locked-away --policy file://locked.json
quiet
$ {KIM} aws s3api delete-bucket-policy --bucket locked-away
! AccessDenied DeleteBucketPolicy: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: s3:DeleteBucketPolicy on resource: "arn:aws:s3:::locked-away" with an explicit deny in a resource-based policy
$ aws s3api list-objects-v2 --bucket locked-away
! AccessDenied ListObjectsV2: User: arn:aws:iam::111111111111:root is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::locked-away" with an explicit deny in a resource-based policy
$ aws s3api delete-bucket-policy --bucket locked-away
quiet
$ {KIM} aws s3 ls s3://locked-away
quiet

; root of a member account is bound by its organization, root of the management account is not
$ aws organizations create-organization
? Organization.MasterAccountId -> "111111111111"
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
$ aws organizations create-policy --name no-s3 --description - --type SERVICE_CONTROL_POLICY --content file://no-organization.json
? Policy.PolicySummary.Name -> "no-s3"
save SCP Policy.PolicySummary.Id
save SCP_ARN Policy.PolicySummary.Arn
$ aws organizations attach-policy --policy-id {SCP} --target-id {TOP}
quiet
$ aws s3api create-bucket --bucket of-the-studio
? Location -> "/of-the-studio"
$ sign-in --root team@example.com --password Full-moon-4
~ Signed in as arn:aws:iam::{TEAM}:root .*
$ aws s3api create-bucket --bucket of-the-team
! AccessDenied CreateBucket: User: arn:aws:iam::{TEAM}:root is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::of-the-team" with an explicit deny in a service control policy: {SCP_ARN}
$ aws iam create-user --user-name ida
? User.Arn -> "arn:aws:iam::{TEAM}:user/ida"
$ aws organizations detach-policy --policy-id {SCP} --target-id {TOP}
!~ AccessDeniedException DetachPolicy: .*
$ sign-out
= Signed out.
