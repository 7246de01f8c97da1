# Keys for an hour: federation tokens, session tokens, session policies
file trust.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/lina"}, "Action": "sts:AssumeRole"}}
file lina.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": ["s3:*", "sts:*", "iam:*"], "Resource": "*"}}
file kiosk.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": ["s3:GetObject", "ec2:*", "iam:ListUsers"], "Resource": "*"}}
file principal.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Principal": "*", "Resource": "*"}}

$ aws iam create-user --user-name lina
? User.UserName -> "lina"
$ aws iam put-user-policy --user-name lina --policy-name work --policy-document file://lina.json
quiet
$ aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
save LINA keys AccessKey
$ aws s3api create-bucket --bucket moon-data
? Location -> "/moon-data"
$ aws s3api put-object --bucket moon-data --key a.txt
? ServerSideEncryption -> "AES256"

; a federation token without a session policy can do nothing by itself
$ {LINA} aws sts get-federation-token --name kiosk
? FederatedUser -> {"FederatedUserId": "111111111111:kiosk", "Arn": "arn:aws:sts::111111111111:federated-user/kiosk"}
? PackedPolicySize -> null
save BARE keys Credentials
$ {BARE} aws sts get-caller-identity
? [UserId, Arn] -> ["111111111111:kiosk", "arn:aws:sts::111111111111:federated-user/kiosk"]
$ {BARE} aws s3api get-object --bucket moon-data --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:sts::111111111111:federated-user/kiosk is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::moon-data/a.txt" because no session policy allows the s3:GetObject action

; with one it has what both the user and the session policy allow
$ {LINA} aws sts get-federation-token --name kiosk --policy file://kiosk.json
? Credentials.AccessKeyId ~> ASIA[A-Z0-9]{16}
? PackedPolicySize ~> [1-9][0-9]?
save KIOSK keys Credentials
$ {KIOSK} aws s3api get-object --bucket moon-data --key a.txt out.txt
? ContentLength -> 0
$ {KIOSK} aws s3api put-object --bucket moon-data --key b.txt
! AccessDenied PutObject: User: arn:aws:sts::111111111111:federated-user/kiosk is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::moon-data/b.txt" because no session policy allows the s3:PutObject action
$ {KIOSK} aws ec2 describe-instances
!~ UnauthorizedOperation DescribeInstances: .*no identity-based policy allows the ec2:DescribeInstances action.*
; whatever the policies say: no IAM, and of STS who-am-I only
$ {KIOSK} aws iam list-users
! InvalidClientTokenId ListUsers: The security token included in the request is invalid.
$ {KIOSK} aws sts get-session-token
! AccessDenied GetSessionToken: Cannot call GetSessionToken with session credentials
$ {KIOSK} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/app --role-session-name july
!~ AccessDenied AssumeRole: .*

; what the request itself must be like
$ {LINA} aws sts get-federation-token --name k
rc 255
err Invalid length for parameter Name, value: 1, valid min length: 2
$ {LINA} aws sts get-federation-token --name 'ki osk'
! ValidationError GetFederationToken: 1 validation error detected: Value 'ki osk' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*
$ {LINA} aws sts get-federation-token --name kiosk --duration-seconds 899
rc 255
err Invalid value for parameter DurationSeconds, value: 899, valid min value: 900
$ {LINA} aws sts get-federation-token --name kiosk --duration-seconds 129601
! ValidationError GetFederationToken: 1 validation error detected: Value '129601' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 129600
$ {LINA} aws sts get-federation-token --name kiosk --policy 'everything'
!~ MalformedPolicyDocument GetFederationToken: .*
$ {LINA} aws sts get-federation-token --name kiosk --policy file://principal.json
!~ MalformedPolicyDocument GetFederationToken: .*
$ {LINA} aws sts get-federation-token --name kiosk --tags Key=team,Value=moon Key=Team,Value=sun
! InvalidParameterValue GetFederationToken: Duplicate tag keys found. Please note that Tag keys are case insensitive.

; a session token is the user herself, without IAM while no MFA code was given
$ {LINA} aws sts get-session-token --duration-seconds 3600
? Credentials.SessionToken ~> .{100,}
save TOKEN keys Credentials
$ {TOKEN} aws sts get-caller-identity
? Arn -> "arn:aws:iam::111111111111:user/lina"
$ {TOKEN} aws s3api get-object --bucket moon-data --key a.txt out.txt
? ContentLength -> 0
$ {TOKEN} aws iam list-users
!~ InvalidClientTokenId ListUsers: .*
$ {TOKEN} aws sts get-session-token
! AccessDenied GetSessionToken: Cannot call GetSessionToken with session credentials
$ {TOKEN} aws sts get-federation-token --name kiosk
!~ AccessDenied GetFederationToken: .*

; a role session with a session policy
$ aws iam create-role --role-name app --assume-role-policy-document file://trust.json
? Role.Arn -> "arn:aws:iam::111111111111:role/app"
$ aws iam put-role-policy --role-name app --policy-name work --policy-document file://lina.json
quiet
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/app --role-session-name july --policy file://kiosk.json
? PackedPolicySize ~> [1-9][0-9]?
save JULY keys Credentials
$ {JULY} aws s3api get-object --bucket moon-data --key a.txt out.txt
? ContentLength -> 0
$ {JULY} aws iam list-users
? Users[].UserName -> ["lina"]
$ {JULY} aws s3api put-object --bucket moon-data --key b.txt
! AccessDenied PutObject: User: arn:aws:sts::111111111111:assumed-role/app/july is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::moon-data/b.txt" because no session policy allows the s3:PutObject action
$ {JULY} aws sts get-session-token
! AccessDenied GetSessionToken: Cannot call GetSessionToken with session credentials
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/app --role-session-name july --policy-arns arn=arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
? PackedPolicySize ~> [1-9][0-9]?
save READER keys Credentials
$ {READER} aws s3api put-object --bucket moon-data --key b.txt
!~ AccessDenied PutObject: .* because no session policy allows the s3:PutObject action
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/app --role-session-name july --duration-seconds 3601
! ValidationError AssumeRole: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/app --role-session-name july:2
! ValidationError AssumeRole: 1 validation error detected: Value 'july:2' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*
$ {LINA} aws sts assume-role --role-arn arn-of-a-role-somewhere --role-session-name july
! ValidationError AssumeRole: arn-of-a-role-somewhere is invalid

; they end
$ clock +2h
$ {JULY} aws s3api get-object --bucket moon-data --key a.txt out.txt
! ExpiredToken GetObject: The provided token has expired.
$ {JULY} aws sts get-caller-identity
! ExpiredToken GetCallerIdentity: The security token included in the request is expired
$ {KIOSK} aws s3api get-object --bucket moon-data --key a.txt out.txt
? ContentLength -> 0
$ clock +12h
$ {KIOSK} aws s3api get-object --bucket moon-data --key a.txt out.txt
! ExpiredToken GetObject: The provided token has expired.
