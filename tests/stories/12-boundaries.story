# Permissions boundaries: the most that somebody may have, and delegation that cannot grow
file only-s3.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}
file no-buckets.json
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "*", "Resource": "*"},
      {"Effect": "Deny", "Action": "s3:ListAllMyBuckets", "Resource": "*"}]}
file delegate.json
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": ["iam:CreateUser", "iam:PutUserPermissionsBoundary"], "Resource": "*",
       "Condition": {"StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111111111111:policy/OnlyS3"}}},
      {"Effect": "Allow", "Action": ["iam:AttachUserPolicy", "iam:DeleteUserPermissionsBoundary"],
       "Resource": "arn:aws:iam::111111111111:user/*",
       "Condition": {"StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111111111111:policy/OnlyS3"}}},
      {"Effect": "Deny", "Action": "iam:DeleteUserPermissionsBoundary", "Resource": "*"}]}
$ aws iam create-policy --policy-name OnlyS3 --policy-document file://only-s3.json
? Policy.PermissionsBoundaryUsageCount -> 0
$ aws iam create-user --user-name kim --permissions-boundary arn:aws:iam::111111111111:policy/Nothing
! NoSuchEntity CreateUser: Scope ARN: arn:aws:iam::111111111111:policy/Nothing does not exist or is not attachable.
$ aws iam create-user --user-name kim --permissions-boundary arn:aws:iam::111111111111:user/kim
! InvalidInput CreateUser: ARN arn:aws:iam::111111111111:user/kim is not valid.
$ aws iam create-user --user-name kim --permissions-boundary arn:aws:iam::111111111111:policy/OnlyS3
? User.PermissionsBoundary.PermissionsBoundaryArn -> "arn:aws:iam::111111111111:policy/OnlyS3"
$ aws iam create-access-key --user-name kim
? AccessKey.UserName -> "kim"
save KIM keys AccessKey
; a boundary grants nothing
$ {KIM} aws s3api list-buckets
! AccessDenied ListBuckets: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action
$ aws iam attach-user-policy --user-name kim --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
quiet
$ {KIM} aws s3api list-buckets
? Buckets -> []
$ {KIM} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ because no permissions boundary allows the iam:ListUsers action
$ aws iam get-policy --policy-arn arn:aws:iam::111111111111:policy/OnlyS3
? Policy.[AttachmentCount, PermissionsBoundaryUsageCount] -> [0, 1]
$ aws iam list-entities-for-policy --policy-arn arn:aws:iam::111111111111:policy/OnlyS3 --policy-usage-filter PermissionsBoundary
? PolicyUsers[].UserName -> ["kim"]
$ aws iam delete-policy --policy-arn arn:aws:iam::111111111111:policy/OnlyS3
! DeleteConflict DeletePolicy: Cannot delete a policy attached to entities.
; another boundary takes its place
$ aws iam create-policy --policy-name NoBuckets --policy-document file://no-buckets.json
? Policy.PolicyName -> "NoBuckets"
$ aws iam put-user-permissions-boundary --user-name kim --permissions-boundary arn:aws:iam::111111111111:policy/NoBuckets
quiet
$ {KIM} aws iam list-users --query "length(Users)"
? @ -> 1
$ {KIM} aws s3api list-buckets
!~ AccessDenied ListBuckets: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: s3:ListAllMyBuckets with an explicit deny in a permissions boundary(: arn:aws:iam::111111111111:policy/NoBuckets)?
$ aws iam put-user-permissions-boundary --user-name nobody --permissions-boundary arn:aws:iam::111111111111:policy/NoBuckets
! NoSuchEntity PutUserPermissionsBoundary: The user with name nobody cannot be found.
$ aws iam delete-user-permissions-boundary --user-name kim
quiet
$ {KIM} aws s3api list-buckets
? Buckets -> []
$ aws iam get-user --user-name kim
? User.PermissionsBoundary -> null
; delegation: lee makes users, but only inside the boundary
$ aws iam create-user --user-name lee
? User.UserName -> "lee"
$ aws iam put-user-policy --user-name lee --policy-name delegate --policy-document file://delegate.json
quiet
$ aws iam create-access-key --user-name lee
? AccessKey.UserName -> "lee"
save LEE keys AccessKey
$ {LEE} aws iam create-user --user-name sora
! AccessDenied CreateUser: User: arn:aws:iam::111111111111:user/lee is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111111111111:user/sora because no identity-based policy allows the iam:CreateUser action
$ {LEE} aws iam create-user --user-name sora --permissions-boundary arn:aws:iam::111111111111:policy/NoBuckets
! AccessDenied CreateUser: User: arn:aws:iam::111111111111:user/lee is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111111111111:user/sora because no identity-based policy allows the iam:CreateUser action
$ {LEE} aws iam create-user --user-name sora --permissions-boundary arn:aws:iam::111111111111:policy/OnlyS3
? User.UserName -> "sora"
$ {LEE} aws iam attach-user-policy --user-name sora --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
quiet
$ {LEE} aws iam attach-user-policy --user-name lee --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
! AccessDenied AttachUserPolicy: User: arn:aws:iam::111111111111:user/lee is not authorized to perform: iam:AttachUserPolicy on resource: arn:aws:iam::111111111111:user/lee because no identity-based policy allows the iam:AttachUserPolicy action
$ {LEE} aws iam delete-user-permissions-boundary --user-name sora
! AccessDenied DeleteUserPermissionsBoundary: User: arn:aws:iam::111111111111:user/lee is not authorized to perform: iam:DeleteUserPermissionsBoundary on resource: arn:aws:iam::111111111111:user/sora with an explicit deny in an identity-based policy
$ {LEE} aws iam create-access-key --user-name sora
! AccessDenied CreateAccessKey: User: arn:aws:iam::111111111111:user/lee is not authorized to perform: iam:CreateAccessKey on resource: arn:aws:iam::111111111111:user/sora because no identity-based policy allows the iam:CreateAccessKey action
