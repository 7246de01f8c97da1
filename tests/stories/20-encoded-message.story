# What EC2 says in code, and who may read it
file ec2.json
    {"Version": "2012-10-17",
     "Statement": [{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"},
                   {"Sid": "NotThisOne", "Effect": "Deny", "Action": "ec2:RunInstances", "Resource": "arn:aws:ec2:*:*:instance/*",
                    "Condition": {"StringNotEquals": {"ec2:InstanceType": "t3.micro"}}}]}
file reader.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:DecodeAuthorizationMessage", "Resource": "*"}}

$ aws ec2 describe-images --owners amazon
? Images[0].ImageId ~> ami-[0-9a-f]{8,17}
save IMAGE Images[0].ImageId
$ aws iam create-user --user-name lina
? User.UserName -> "lina"
$ aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
save LINA keys AccessKey

$ aws sts decode-authorization-message
rc 2
err~ .*the following arguments are required: --encoded-message
$ aws sts decode-authorization-message --encoded-message nonsense
!~ InvalidAuthorizationMessageException DecodeAuthorizationMessage: .*
$ {LINA} aws ec2 describe-instances
!~ UnauthorizedOperation DescribeInstances: You are not authorized to perform this operation\. User: arn:aws:iam::111111111111:user/lina is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action.*
$ {LINA} aws ec2 run-instances --image-id {IMAGE} --instance-type t3.micro
!~ UnauthorizedOperation RunInstances: You are not authorized to perform this operation\. User: arn:aws:iam::111111111111:user/lina is not authorized to perform: ec2:RunInstances on resource: .* because no identity-based policy allows the ec2:RunInstances action.* Encoded authorization failure message: \S+
save NOTHING error Encoded authorization failure message: (\S+)
; reading it is a permission of its own
$ {LINA} aws sts decode-authorization-message --encoded-message {NOTHING}
! AccessDenied DecodeAuthorizationMessage: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: sts:DecodeAuthorizationMessage because no identity-based policy allows the sts:DecodeAuthorizationMessage action
$ aws sts decode-authorization-message --encoded-message {NOTHING}
? DecodedMessage ~> \{.*"allowed": ?false.*\}
? DecodedMessage ~> .*"explicitDeny": ?false.*
? DecodedMessage ~> .*"action": ?"ec2:RunInstances".*
? DecodedMessage ~> .*"arn": ?"arn:aws:iam::111111111111:user/lina".*
$ aws sts decode-authorization-message --encoded-message x{NOTHING}
!~ InvalidAuthorizationMessageException DecodeAuthorizationMessage: .*

; a denial that somebody wrote: the message names the statement
$ aws iam put-user-policy --user-name lina --policy-name ec2 --policy-document file://ec2.json
quiet
$ {LINA} aws ec2 run-instances --image-id {IMAGE} --instance-type m5.large
!~ UnauthorizedOperation RunInstances: .*ec2:RunInstances on resource: arn:aws:ec2:us-east-1:111111111111:instance/\* with an explicit deny in an identity-based policy.* Encoded authorization failure message: \S+
save DENIED error Encoded authorization failure message: (\S+)
$ aws iam put-user-policy --user-name lina --policy-name reader --policy-document file://reader.json
quiet
$ {LINA} aws sts decode-authorization-message --encoded-message {DENIED}
? DecodedMessage ~> .*"explicitDeny": ?true.*
? DecodedMessage ~> .*"statementId": ?"NotThisOne".*
; dry runs: the answer is an error either way
$ {LINA} aws ec2 run-instances --image-id {IMAGE} --instance-type t3.micro --dry-run
! DryRunOperation RunInstances: Request would have succeeded, but DryRun flag is set.
$ {LINA} aws ec2 run-instances --image-id {IMAGE} --instance-type m5.large --dry-run
!~ UnauthorizedOperation RunInstances: .* with an explicit deny in an identity-based policy.*
$ {LINA} aws ec2 run-instances --image-id {IMAGE} --instance-type t3.micro
? Instances[0].InstanceType -> "t3.micro"
save INSTANCE Instances[0].InstanceId
$ {LINA} aws ec2 terminate-instances --instance-ids i-0123456789abcdef0
! InvalidInstanceID.NotFound TerminateInstances: The instance ID 'i-0123456789abcdef0' does not exist
$ {LINA} aws ec2 terminate-instances --instance-ids i-123
!~ InvalidInstanceID.Malformed TerminateInstances: .*
$ {LINA} aws ec2 terminate-instances --instance-ids {INSTANCE}
? TerminatingInstances[0].InstanceId -> "{INSTANCE}"
