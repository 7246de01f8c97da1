# Groups: members, conflicts, ten groups for one user
$ aws iam create-group --group-name readers
? Group.Arn -> "arn:aws:iam::111111111111:group/readers"
? Group.GroupId ~> AGPA[A-Z0-9]{17}
$ aws iam create-group --group-name Readers
! EntityAlreadyExists CreateGroup: Group with name Readers already exists.
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam add-user-to-group --group-name readers --user-name kim
quiet
$ aws iam add-user-to-group --group-name readers --user-name kim
quiet
$ aws iam add-user-to-group --group-name writers --user-name kim
! NoSuchEntity AddUserToGroup: The group with name writers cannot be found.
$ aws iam add-user-to-group --group-name readers --user-name lee
! NoSuchEntity AddUserToGroup: The user with name lee cannot be found.
$ aws iam remove-user-from-group --group-name writers --user-name lee
! NoSuchEntity RemoveUserFromGroup: The user with name lee cannot be found.
$ aws iam get-group --group-name readers
? Users[].UserName -> ["kim"]
? Group.GroupName -> "readers"
$ aws iam list-groups-for-user --user-name kim
? Groups[].GroupName -> ["readers"]
$ aws iam delete-group --group-name readers
! DeleteConflict DeleteGroup: Cannot delete entity, must remove users from group first.
; a group carries policies for its members
$ aws iam create-access-key --user-name kim
save KIM keys AccessKey
? AccessKey.Status -> "Active"
$ {KIM} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ because no identity-based policy allows the iam:ListUsers action
$ aws iam attach-group-policy --group-name readers --policy-arn arn:aws:iam::aws:policy/IAMReadOnlyAccess
quiet
$ {KIM} aws iam list-users
? Users[].UserName -> ["kim"]
$ {KIM} aws iam create-user --user-name lee
! AccessDenied CreateUser: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111111111111:user/lee because no identity-based policy allows the iam:CreateUser action
$ aws iam put-group-policy --group-name readers --policy-name no-users --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "iam:ListUsers", "Resource": "*"}}'
quiet
$ {KIM} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ with an explicit deny in an identity-based policy
$ aws iam remove-user-from-group --group-name readers --user-name kim
quiet
$ aws iam delete-group-policy --group-name readers --policy-name no-users
quiet
$ aws iam delete-group-policy --group-name readers --policy-name no-users
! NoSuchEntity DeleteGroupPolicy: The group policy with name no-users cannot be found.
$ aws iam delete-group --group-name readers
! DeleteConflict DeleteGroup: Cannot delete entity, must detach all policies first.
$ aws iam detach-group-policy --group-name readers --policy-arn arn:aws:iam::aws:policy/IAMReadOnlyAccess
quiet
$ aws iam detach-group-policy --group-name readers --policy-arn arn:aws:iam::aws:policy/IAMReadOnlyAccess
! NoSuchEntity DetachGroupPolicy: Policy arn:aws:iam::aws:policy/IAMReadOnlyAccess was not found.
$ aws iam put-group-policy --group-name readers --policy-name own --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:GetUser", "Resource": "*"}}'
quiet
$ aws iam delete-group --group-name readers
! DeleteConflict DeleteGroup: Cannot delete entity, must delete policies first.
$ aws iam list-group-policies --group-name readers
? PolicyNames -> ["own"]
$ aws iam delete-group-policy --group-name readers --policy-name own
quiet
$ aws iam update-group --group-name readers --new-group-name g0 --new-path /crew/
quiet
$ aws iam list-groups --path-prefix /crew
? Groups[].Arn -> ["arn:aws:iam::111111111111:group/crew/g0"]
; ten groups a user
$ aws iam add-user-to-group --group-name g0 --user-name kim
quiet
$ aws iam create-group --group-name g1
? Group.GroupName -> "g1"
$ aws iam create-group --group-name g2
? Group.GroupName -> "g2"
$ aws iam create-group --group-name g3
? Group.GroupName -> "g3"
$ aws iam create-group --group-name g4
? Group.GroupName -> "g4"
$ aws iam create-group --group-name g5
? Group.GroupName -> "g5"
$ aws iam create-group --group-name g6
? Group.GroupName -> "g6"
$ aws iam create-group --group-name g7
? Group.GroupName -> "g7"
$ aws iam create-group --group-name g8
? Group.GroupName -> "g8"
$ aws iam create-group --group-name g9
? Group.GroupName -> "g9"
$ aws iam create-group --group-name g10
? Group.GroupName -> "g10"
$ aws iam add-user-to-group --group-name g1 --user-name kim
quiet
$ aws iam add-user-to-group --group-name g2 --user-name kim
quiet
$ aws iam add-user-to-group --group-name g3 --user-name kim
quiet
$ aws iam add-user-to-group --group-name g4 --user-name kim
quiet
$ aws iam add-user-to-group --group-name g5 --user-name kim
quiet
$ aws iam add-user-to-group --group-name g6 --user-name kim
quiet
$ aws iam add-user-to-group --group-name g7 --user-name kim
quiet
$ aws iam add-user-to-group --group-name g8 --user-name kim
quiet
$ aws iam add-user-to-group --group-name g9 --user-name kim
quiet
$ aws iam add-user-to-group --group-name g10 --user-name kim
! LimitExceeded AddUserToGroup: Cannot exceed quota for GroupsPerUser: 10
$ aws iam delete-group --group-name g10
quiet
$ aws iam delete-group --group-name g10
! NoSuchEntity DeleteGroup: The group with name g10 cannot be found.
