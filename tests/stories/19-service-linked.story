# Roles that belong to a service
file everything.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}
file trust.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}}
file scaling-only.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "iam:CreateServiceLinkedRole", "Resource": "*",
                   "Condition": {"StringEquals": {"iam:AWSServiceName": "autoscaling.amazonaws.com"}}}}

$ aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com
? Role.RoleName -> "AWSServiceRoleForAutoScaling"
? Role.Path -> "/aws-service-role/autoscaling.amazonaws.com/"
? Role.Arn -> "arn:aws:iam::111111111111:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"
? Role.AssumeRolePolicyDocument.Statement[0].Principal.Service -> ["autoscaling.amazonaws.com"]
$ aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com
! InvalidInput CreateServiceLinkedRole: Service role name AWSServiceRoleForAutoScaling has been taken in this account, please try a different suffix.
$ aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com --custom-suffix night
? Role.RoleName -> "AWSServiceRoleForAutoScaling_night"
$ aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com --custom-suffix night
! InvalidInput CreateServiceLinkedRole: Custom suffix is not allowed for ecs.amazonaws.com
$ aws iam create-service-linked-role --aws-service-name moonlight.amazonaws.com
!~ InvalidInput CreateServiceLinkedRole: .*

; its account may say what it is for, and nothing else
$ aws iam update-role --role-name AWSServiceRoleForAutoScaling --description 'grows with the visitors'
quiet
$ aws iam get-role --role-name AWSServiceRoleForAutoScaling
? Role.Description -> "grows with the visitors"
$ aws iam update-role --role-name AWSServiceRoleForAutoScaling --max-session-duration 7200
! UnmodifiableEntity UpdateRole: Cannot perform the operation on the protected role 'AWSServiceRoleForAutoScaling' - this role is only modifiable by AWS
$ aws iam attach-role-policy --role-name AWSServiceRoleForAutoScaling --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess
! UnmodifiableEntity AttachRolePolicy: Cannot perform the operation on the protected role 'AWSServiceRoleForAutoScaling' - this role is only modifiable by AWS
$ aws iam put-role-policy --role-name AWSServiceRoleForAutoScaling --policy-name all --policy-document file://everything.json
! UnmodifiableEntity PutRolePolicy: Cannot perform the operation on the protected role 'AWSServiceRoleForAutoScaling' - this role is only modifiable by AWS
$ aws iam update-assume-role-policy --role-name AWSServiceRoleForAutoScaling --policy-document file://trust.json
! UnmodifiableEntity UpdateAssumeRolePolicy: Cannot perform the operation on the protected role 'AWSServiceRoleForAutoScaling' - this role is only modifiable by AWS
$ aws iam put-role-permissions-boundary --role-name AWSServiceRoleForAutoScaling --permissions-boundary arn:aws:iam::aws:policy/ReadOnlyAccess
! UnmodifiableEntity PutRolePermissionsBoundary: Cannot perform the operation on the protected role 'AWSServiceRoleForAutoScaling' - this role is only modifiable by AWS
$ aws iam delete-role --role-name AWSServiceRoleForAutoScaling
! UnmodifiableEntity DeleteRole: Cannot perform the operation on the protected role 'AWSServiceRoleForAutoScaling' - this role is only modifiable by AWS

; it goes by a task of its own
$ aws iam delete-service-linked-role --role-name AWSServiceRoleForAutoScaling_night
? DeletionTaskId ~> task/aws-service-role/autoscaling\.amazonaws\.com/AWSServiceRoleForAutoScaling_night/.+
save TASK DeletionTaskId
$ aws iam get-service-linked-role-deletion-status --deletion-task-id {TASK}
? Status -> "SUCCEEDED"
$ aws iam get-role --role-name AWSServiceRoleForAutoScaling_night
! NoSuchEntity GetRole: The role with name AWSServiceRoleForAutoScaling_night cannot be found.
$ aws iam delete-service-linked-role --role-name nobody
! NoSuchEntity DeleteServiceLinkedRole: The role with name nobody cannot be found.
$ aws iam get-service-linked-role-deletion-status --deletion-task-id task/aws-service-role/none
!~ NoSuchEntity GetServiceLinkedRoleDeletionStatus: .*
$ aws iam list-roles --path-prefix /aws-service-role/
? Roles[].RoleName -> ["AWSServiceRoleForAutoScaling"]

; who may make one, and that nobody may be one
$ aws iam create-user --user-name lina
? User.UserName -> "lina"
$ aws iam put-user-policy --user-name lina --policy-name scaling --policy-document file://scaling-only.json
quiet
$ aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
save LINA keys AccessKey
$ {LINA} aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com
! AccessDenied CreateServiceLinkedRole: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: iam:CreateServiceLinkedRole on resource: arn:aws:iam::111111111111:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS because no identity-based policy allows the iam:CreateServiceLinkedRole action
$ {LINA} aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com --custom-suffix day
? Role.RoleName -> "AWSServiceRoleForAutoScaling_day"
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling --role-session-name july
!~ AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: sts:AssumeRole on resource: .*
