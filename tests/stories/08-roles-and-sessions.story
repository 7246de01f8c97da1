# Roles: trust, durations, chains, external id, sessions that end
file trust-kim.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
     "Principal": {"AWS": "arn:aws:iam::111111111111:user/kim"}, "Action": "sts:AssumeRole"}}
file trust-account.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
     "Principal": {"AWS": "111111111111"}, "Action": "sts:AssumeRole"}}
file trust-partner.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
     "Principal": {"AWS": "arn:aws:iam::111111111111:user/kim"}, "Action": "sts:AssumeRole",
     "Condition": {"StringEquals": {"sts:ExternalId": "moon-42"}}}}
file broken.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
file nobody.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
     "Principal": {"AWS": "arn:aws:iam::111111111111:user/nobody"}, "Action": "sts:AssumeRole"}}
file action.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
     "Principal": {"AWS": "111111111111"}, "Action": "s3:GetObject"}}
file resource.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
     "Principal": {"AWS": "111111111111"}, "Action": "sts:AssumeRole", "Resource": "*"}}
file list.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:List*", "Resource": "*"}}
file assume.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}}
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam create-access-key --user-name kim
? AccessKey.UserName -> "kim"
save KIM keys AccessKey
$ aws iam create-role --role-name guest --assume-role-policy-document file://broken.json
! MalformedPolicyDocument CreateRole: This policy contains invalid Json
$ aws iam create-role --role-name guest --assume-role-policy-document file://nobody.json
! MalformedPolicyDocument CreateRole: Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:user/nobody"
$ aws iam create-role --role-name guest --assume-role-policy-document file://action.json
! MalformedPolicyDocument CreateRole: AssumeRole policy may only specify STS AssumeRole actions.
$ aws iam create-role --role-name guest --assume-role-policy-document file://resource.json
! MalformedPolicyDocument CreateRole: Has prohibited field Resource
$ aws iam create-role --role-name guest --assume-role-policy-document file://trust-kim.json --max-session-duration 3599
rc 255
err~ .*Invalid value for parameter MaxSessionDuration, value: 3599, valid min value: 3600
$ aws iam create-role --role-name guest --assume-role-policy-document file://trust-kim.json
? Role.Arn -> "arn:aws:iam::111111111111:role/guest"
? Role.RoleId ~> AROA.{17}
? Role.MaxSessionDuration -> null
? Role.AssumeRolePolicyDocument.Statement.Principal.AWS -> "arn:aws:iam::111111111111:user/kim"
save ROLEID Role.RoleId
$ aws iam create-role --role-name guest --assume-role-policy-document file://trust-kim.json
! EntityAlreadyExists CreateRole: Role with name guest already exists.
$ aws iam get-role --role-name guest
? Role.MaxSessionDuration -> 3600
? Role.RoleLastUsed -> {}
$ aws iam get-role --role-name host
! NoSuchEntity GetRole: The role with name host cannot be found.
$ aws iam put-role-policy --role-name guest --policy-name list --policy-document file://list.json
quiet
; the trust policy names kim, so kim needs no policy of their own
$ {KIM} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/guest --role-session-name visit
? AssumedRoleUser.Arn -> "arn:aws:sts::111111111111:assumed-role/guest/visit"
? AssumedRoleUser.AssumedRoleId -> "{ROLEID}:visit"
? PackedPolicySize -> null
save GUEST keys Credentials
$ {GUEST} aws sts get-caller-identity
? Arn -> "arn:aws:sts::111111111111:assumed-role/guest/visit"
? UserId -> "{ROLEID}:visit"
$ {GUEST} aws iam list-users --query Users[].UserName
? @ -> ["kim"]
$ {GUEST} aws iam create-user --user-name lee
! AccessDenied CreateUser: User: arn:aws:sts::111111111111:assumed-role/guest/visit is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111111111111:user/lee because no identity-based policy allows the iam:CreateUser action
$ {GUEST} aws iam create-access-key
! ValidationError CreateAccessKey: Must specify userName when calling with non-User credentials
$ {KIM} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ because no identity-based policy allows the iam:ListUsers action
$ aws sts assume-role --role-arn arn:aws:iam::111111111111:role/guest --role-session-name visit
! AccessDenied AssumeRole: Roles may not be assumed by root accounts.
$ {KIM} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/host --role-session-name visit
! AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/host
$ {KIM} aws sts assume-role --role-arn guest-of-the-house-and-more --role-session-name visit
! ValidationError AssumeRole: guest-of-the-house-and-more is invalid
$ {KIM} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/guest --role-session-name Session1:2
! ValidationError AssumeRole: 1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*
; how long
$ {KIM} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/guest --role-session-name visit --duration-seconds 3601
! ValidationError AssumeRole: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.
$ aws iam update-role --role-name guest --max-session-duration 7200
quiet
$ {KIM} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/guest --role-session-name visit --duration-seconds 7200
? AssumedRoleUser.AssumedRoleId -> "{ROLEID}:visit"
save LONG keys Credentials
$ {KIM} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/guest --role-session-name visit --duration-seconds 43201
! ValidationError AssumeRole: 1 validation error detected: Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200
; from a role to a role: one hour
$ aws iam create-role --role-name cellar --assume-role-policy-document file://trust-account.json --max-session-duration 43200 --path /house/
? Role.Arn -> "arn:aws:iam::111111111111:role/house/cellar"
$ {GUEST} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/house/cellar --role-session-name deep
! AccessDenied AssumeRole: User: arn:aws:sts::111111111111:assumed-role/guest/visit is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/house/cellar
$ aws iam put-role-policy --role-name guest --policy-name assume --policy-document file://assume.json
quiet
$ {GUEST} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/house/cellar --role-session-name deep --duration-seconds 3601
! ValidationError AssumeRole: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.
$ {GUEST} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/house/cellar --role-session-name deep
? AssumedRoleUser.Arn -> "arn:aws:sts::111111111111:assumed-role/cellar/deep"
save CELLAR keys Credentials
$ {CELLAR} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:sts::111111111111:assumed-role/cellar/deep is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ because no identity-based policy allows the iam:ListUsers action
$ {GUEST} aws sts get-session-token
! AccessDenied GetSessionToken: Cannot call GetSessionToken with session credentials
; the external id
$ aws iam update-assume-role-policy --role-name cellar --policy-document file://trust-partner.json
quiet
$ {KIM} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/house/cellar --role-session-name deep
! AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/house/cellar
$ {KIM} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/house/cellar --role-session-name deep --external-id moon-41
! AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/house/cellar
$ {KIM} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/house/cellar --role-session-name deep --external-id moon-42
? AssumedRoleUser.Arn -> "arn:aws:sts::111111111111:assumed-role/cellar/deep"
; the end of sessions
$ clock +61m
$ {GUEST} aws iam list-users
! ExpiredToken ListUsers: The security token included in the request is expired
$ {GUEST} aws s3api list-buckets
! ExpiredToken ListBuckets: The provided token has expired.
$ {LONG} aws iam list-users --query "length(Users)"
? @ -> 1
$ aws iam delete-role --role-name guest
! DeleteConflict DeleteRole: Cannot delete entity, must delete policies first.
$ aws iam delete-role-policy --role-name guest --policy-name list
quiet
$ {LONG} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:sts::111111111111:assumed-role/guest/visit is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ because no identity-based policy allows the iam:ListUsers action
$ aws iam delete-role-policy --role-name guest --policy-name assume
quiet
$ aws iam delete-role --role-name guest
quiet
$ {LONG} aws sts get-caller-identity
! InvalidClientTokenId GetCallerIdentity: The security token included in the request is invalid.
