# Instance profiles and instances: a role for a machine, and who may hand it over
file trust-ec2.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
     "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}}
file launch.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}}
file pass.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:PassRole",
     "Resource": "arn:aws:iam::111111111111:role/machine",
     "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}}}
$ aws iam create-role --role-name machine --assume-role-policy-document file://trust-ec2.json
? Role.RoleName -> "machine"
$ aws iam create-role --role-name second --assume-role-policy-document file://trust-ec2.json
? Role.RoleName -> "second"
$ aws iam create-instance-profile --instance-profile-name web
? InstanceProfile.Arn -> "arn:aws:iam::111111111111:instance-profile/web"
? InstanceProfile.InstanceProfileId ~> AIPA.{17}
? InstanceProfile.Roles -> []
$ aws iam create-instance-profile --instance-profile-name web
! EntityAlreadyExists CreateInstanceProfile: Instance Profile web already exists.
$ aws iam add-role-to-instance-profile --instance-profile-name web --role-name nobody
! NoSuchEntity AddRoleToInstanceProfile: The role with name nobody cannot be found.
$ aws iam add-role-to-instance-profile --instance-profile-name nothing --role-name machine
! NoSuchEntity AddRoleToInstanceProfile: Instance Profile nothing cannot be found.
$ aws iam add-role-to-instance-profile --instance-profile-name web --role-name machine
quiet
$ aws iam add-role-to-instance-profile --instance-profile-name web --role-name second
! LimitExceeded AddRoleToInstanceProfile: Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1
$ aws iam list-instance-profiles-for-role --role-name machine
? InstanceProfiles[].InstanceProfileName -> ["web"]
$ aws iam get-instance-profile --instance-profile-name web --query InstanceProfile.Roles[].RoleName
? @ -> ["machine"]
$ aws iam delete-role --role-name machine
! DeleteConflict DeleteRole: Cannot delete entity, must remove roles from instance profile first.
$ aws iam delete-instance-profile --instance-profile-name web
! DeleteConflict DeleteInstanceProfile: Cannot delete entity, must remove roles from instance profile first.
; kim may launch instances, but not hand them a role
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam create-access-key --user-name kim
? AccessKey.UserName -> "kim"
save KIM keys AccessKey
$ {KIM} aws ec2 describe-instances
!~ UnauthorizedOperation DescribeInstances: You are not authorized to perform this operation\. User: arn:aws:iam::111111111111:user/kim is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action.*
$ aws iam put-user-policy --user-name kim --policy-name launch --policy-document file://launch.json
quiet
$ {KIM} aws ec2 describe-images --owners amazon --query "Images[0].ImageId" --output json
? @ ~> ami-[0-9a-f]{17}
save IMAGE @
$ {KIM} aws ec2 run-instances --image-id ami-0123456789abcdef0 --instance-type t3.micro
! InvalidAMIID.NotFound RunInstances: The image id '[ami-0123456789abcdef0]' does not exist
$ {KIM} aws ec2 run-instances --image-id {IMAGE} --instance-type t3.micro --tag-specifications "ResourceType=instance,Tags=[{Key=team,Value=tide}]"
? Instances[0].InstanceId ~> i-[0-9a-f]{17}
? Instances[0].IamInstanceProfile -> null
? Instances[0].Tags -> [{"Key": "team", "Value": "tide"}]
save PLAIN Instances[0].InstanceId
$ {KIM} aws ec2 run-instances --image-id {IMAGE} --instance-type t3.micro --iam-instance-profile Name=web
!~ UnauthorizedOperation RunInstances: You are not authorized to perform this operation\. User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111111111111:role/machine because no identity-based policy allows the iam:PassRole action.*
$ {KIM} aws ec2 associate-iam-instance-profile --instance-id {PLAIN} --iam-instance-profile Name=web
!~ UnauthorizedOperation AssociateIamInstanceProfile: You are not authorized to perform this operation\. User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111111111111:role/machine because no identity-based policy allows the iam:PassRole action.*
$ aws iam put-user-policy --user-name kim --policy-name pass --policy-document file://pass.json
quiet
$ {KIM} aws ec2 run-instances --image-id {IMAGE} --instance-type t3.micro --iam-instance-profile Name=nothing
! InvalidParameterValue RunInstances: Value (nothing) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name
$ {KIM} aws ec2 run-instances --image-id {IMAGE} --instance-type t3.micro --iam-instance-profile Name=web --dry-run
! DryRunOperation RunInstances: Request would have succeeded, but DryRun flag is set.
$ {KIM} aws ec2 run-instances --image-id {IMAGE} --instance-type t3.micro --iam-instance-profile Name=web
? Instances[0].IamInstanceProfile.Arn -> "arn:aws:iam::111111111111:instance-profile/web"
save WEB Instances[0].InstanceId
$ {KIM} aws ec2 associate-iam-instance-profile --instance-id {PLAIN} --iam-instance-profile Name=web
? IamInstanceProfileAssociation.State -> "associating"
save ASSOCIATION IamInstanceProfileAssociation.AssociationId
$ {KIM} aws ec2 associate-iam-instance-profile --instance-id {PLAIN} --iam-instance-profile Name=web
! IncorrectState AssociateIamInstanceProfile: There is an existing association for instance {PLAIN}
$ {KIM} aws ec2 describe-iam-instance-profile-associations --filters Name=instance-id,Values={PLAIN}
? IamInstanceProfileAssociations[].AssociationId -> ["{ASSOCIATION}"]
$ {KIM} aws ec2 disassociate-iam-instance-profile --association-id {ASSOCIATION}
? IamInstanceProfileAssociation.State -> "disassociating"
$ {KIM} aws ec2 describe-instances --filters Name=tag:team,Values=tide
? Reservations[].Instances[].InstanceId -> ["{PLAIN}"]
$ {KIM} aws ec2 describe-instances --instance-ids i-00000000000000000
! InvalidInstanceID.NotFound DescribeInstances: The instance ID 'i-00000000000000000' does not exist
; the condition on the service: machine is passed to ec2 only, second to nobody
$ aws iam remove-role-from-instance-profile --instance-profile-name web --role-name machine
quiet
$ aws iam add-role-to-instance-profile --instance-profile-name web --role-name second
quiet
$ {KIM} aws ec2 run-instances --image-id {IMAGE} --instance-type t3.micro --iam-instance-profile Name=web
!~ UnauthorizedOperation RunInstances: .* is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111111111111:role/second because no identity-based policy allows the iam:PassRole action.*
$ {KIM} aws ec2 terminate-instances --instance-ids {PLAIN} {WEB}
? length(TerminatingInstances) -> 2
$ aws iam remove-role-from-instance-profile --instance-profile-name web --role-name second
quiet
$ aws iam delete-instance-profile --instance-profile-name web
quiet
$ aws iam delete-instance-profile --instance-profile-name web
! NoSuchEntity DeleteInstanceProfile: Instance Profile web cannot be found.
