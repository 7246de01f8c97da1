# Inline policies: put, replace, read back, too large, gone
file own.json
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": ["iam:GetUser", "iam:ListAccessKeys"], "Resource": "arn:aws:iam::*:user/${aws:username}"}
      ]
    }
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam create-user --user-name lee
? User.UserName -> "lee"
$ aws iam put-user-policy --user-name kim --policy-name own --policy-document file://own.json
quiet
$ aws iam put-user-policy --user-name nobody --policy-name own --policy-document file://own.json
! NoSuchEntity PutUserPolicy: The user with name nobody cannot be found.
$ aws iam put-user-policy --user-name kim --policy-name own --policy-document file://nothing.json
rc 255
err~ .*Error parsing parameter '--policy-document': Unable to load paramfile file://nothing.json.*
$ aws iam put-user-policy --user-name kim --policy-name own --policy-document own.json
! MalformedPolicyDocument PutUserPolicy: Syntax errors in policy.
$ aws iam put-user-policy --user-name kim --policy-name own --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "iam:GetUser", "Resource": "*"}}'
! MalformedPolicyDocument PutUserPolicy: Policy document should not specify a principal.
$ aws iam put-user-policy --user-name kim --policy-name own --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:GetUser", "Resource": "*", "Condition": {"StringIs": {"aws:username": "kim"}}}}'
! MalformedPolicyDocument PutUserPolicy: Syntax errors in policy.
$ aws iam get-user-policy --user-name kim --policy-name own
? PolicyDocument.Statement[0].Action -> ["iam:GetUser", "iam:ListAccessKeys"]
? [UserName, PolicyName] -> ["kim", "own"]
$ aws iam get-user-policy --user-name kim --policy-name other
! NoSuchEntity GetUserPolicy: The user policy with name other cannot be found.
$ aws iam list-user-policies --user-name kim
? PolicyNames -> ["own"]
$ aws iam create-access-key --user-name kim
? AccessKey.UserName -> "kim"
save KIM keys AccessKey
save KEY AccessKey.AccessKeyId
$ {KIM} aws iam get-user
? User.UserName -> "kim"
$ {KIM} aws iam list-access-keys --user-name kim
? AccessKeyMetadata[].AccessKeyId -> ["{KEY}"]
$ {KIM} aws iam get-user --user-name lee
! AccessDenied GetUser: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:GetUser on resource: arn:aws:iam::111111111111:user/lee because no identity-based policy allows the iam:GetUser action
; a user that does not exist is not told from one that is out of reach
$ {KIM} aws iam get-user --user-name nobody
! AccessDenied GetUser: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:GetUser on resource: arn:aws:iam::111111111111:user/nobody because no identity-based policy allows the iam:GetUser action
; a policy of the same name is replaced
$ aws iam put-user-policy --user-name kim --policy-name own --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}}'
quiet
$ {KIM} aws iam get-user
! AccessDenied GetUser: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:GetUser on resource: arn:aws:iam::111111111111:user/kim because no identity-based policy allows the iam:GetUser action
$ {KIM} aws s3api list-buckets
? Buckets -> []
$ aws iam delete-user-policy --user-name kim --policy-name own
quiet
$ aws iam delete-user-policy --user-name kim --policy-name own
! NoSuchEntity DeleteUserPolicy: The user policy with name own cannot be found.
$ {KIM} aws s3api list-buckets
! AccessDenied ListBuckets: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action
; 2,048 characters without white space are the sum for a user
$ aws iam put-user-policy --user-name kim --policy-name one --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:GetUser", "Resource": "arn:aws:iam::111111111111:user/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}'
quiet
$ aws iam put-user-policy --user-name kim --policy-name two --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:GetUser", "Resource": "arn:aws:iam::111111111111:user/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}'
! LimitExceeded PutUserPolicy: Maximum policy size of 2048 bytes exceeded for user kim
$ aws iam list-user-policies --user-name kim
? PolicyNames -> ["one"]
$ aws iam delete-access-key --user-name kim --access-key-id {KEY}
quiet
$ aws iam delete-user --user-name kim
! DeleteConflict DeleteUser: Cannot delete entity, must delete policies first.
