# Access keys: two at most, last use, inactive, deleted, profiles
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam create-access-key --user-name kim
? AccessKey.AccessKeyId ~> AKIA[A-Z0-9]{16}
? length(AccessKey.SecretAccessKey) -> 40
? AccessKey.Status -> "Active"
save ONE keys AccessKey
save KEY AccessKey.AccessKeyId
save SECRET AccessKey.SecretAccessKey
$ aws iam get-access-key-last-used --access-key-id {KEY}
? AccessKeyLastUsed -> {"ServiceName": "N/A", "Region": "N/A"}
? UserName -> "kim"
$ {ONE} aws sts get-caller-identity
? Arn -> "arn:aws:iam::111111111111:user/kim"
? UserId ~> AIDA.{17}
$ aws iam get-access-key-last-used --access-key-id {KEY}
? AccessKeyLastUsed.[ServiceName, Region] -> ["sts", "us-east-1"]
$ aws sts get-access-key-info --access-key-id {KEY}
? Account -> "111111111111"
$ aws iam create-access-key --user-name kim
? AccessKey.Status -> "Active"
save TWO keys AccessKey
save SECOND AccessKey.AccessKeyId
$ aws iam create-access-key --user-name kim
! LimitExceeded CreateAccessKey: Cannot exceed quota for AccessKeysPerUser: 2
$ aws iam create-access-key --user-name nobody
! NoSuchEntity CreateAccessKey: The user with name nobody cannot be found.
$ aws iam list-access-keys --user-name kim
? length(AccessKeyMetadata) -> 2
? AccessKeyMetadata[0].SecretAccessKey -> null
; rotation: the old key is put to sleep, tried, woken, and in the end deleted
$ aws iam update-access-key --user-name kim --access-key-id {KEY} --status Inactive
quiet
$ {ONE} aws sts get-caller-identity
! InvalidClientTokenId GetCallerIdentity: The security token included in the request is invalid.
$ {TWO} aws sts get-caller-identity
? Account -> "111111111111"
$ aws iam create-access-key --user-name kim
! LimitExceeded CreateAccessKey: Cannot exceed quota for AccessKeysPerUser: 2
$ aws iam list-access-keys --user-name kim --query "AccessKeyMetadata[?Status=='Inactive'].AccessKeyId" --output text
= {KEY}
$ aws iam update-access-key --user-name kim --access-key-id {KEY} --status Asleep
!~ ValidationError UpdateAccessKey: 1 validation error detected: Value at 'status' failed to satisfy constraint: Member must satisfy enum value set: \[.*Active.*\]
$ aws iam update-access-key --user-name kim --access-key-id {KEY} --status Active
quiet
$ {ONE} aws sts get-caller-identity --query Account --output text
= 111111111111
$ aws iam delete-access-key --user-name kim --access-key-id {SECOND}
quiet
$ aws iam delete-access-key --user-name kim --access-key-id {SECOND}
! NoSuchEntity DeleteAccessKey: The Access Key with id {SECOND} cannot be found.
$ {TWO} aws iam list-users
! InvalidClientTokenId ListUsers: The security token included in the request is invalid.
$ aws iam update-access-key --user-name kim --access-key-id AKIAIOSFODNN7EXAMPLE --status Inactive
! NoSuchEntity UpdateAccessKey: The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.
$ aws iam get-access-key-last-used --access-key-id AKIAIOSFODNN7EXAMPLE
! AccessDenied GetAccessKeyLastUsed: User: arn:aws:iam::111111111111:root is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key AKIAIOSFODNN7EXAMPLE
$ AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY={SECRET} aws sts get-caller-identity
! InvalidClientTokenId GetCallerIdentity: The security token included in the request is invalid.
$ AWS_ACCESS_KEY_ID={KEY} AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY aws sts get-caller-identity
! SignatureDoesNotMatch GetCallerIdentity: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.
; the key in a profile
$ aws configure set aws_access_key_id {KEY} --profile kim
$ aws configure set aws_secret_access_key {SECRET} --profile kim
$ aws sts get-caller-identity --profile kim --query Arn --output text
= arn:aws:iam::111111111111:user/kim
$ AWS_PROFILE=kim aws iam list-access-keys
! AccessDenied ListAccessKeys: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ListAccessKeys on resource: arn:aws:iam::111111111111:user/kim because no identity-based policy allows the iam:ListAccessKeys action
$ aws sts get-caller-identity --profile lee
rc 255
err~ .*The config profile \(lee\) could not be found.*
$ export AWS_PROFILE=kim
$ aws sts get-caller-identity --query Arn --output text
= arn:aws:iam::111111111111:user/kim
$ unset AWS_PROFILE
$ aws sts get-caller-identity --query Arn --output text
= arn:aws:iam::111111111111:root
$ aws iam delete-user --user-name kim
! DeleteConflict DeleteUser: Cannot delete entity, must delete access keys first.
$ aws iam delete-access-key --user-name kim --access-key-id {KEY}
quiet
$ aws iam delete-user --user-name kim
quiet
$ aws sts get-caller-identity --profile kim
! InvalidClientTokenId GetCallerIdentity: The security token included in the request is invalid.
