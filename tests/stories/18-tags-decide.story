# Tags that decide: ABAC, session tags, and what a tag may be
file team.json
    {"Version": "2012-10-17",
     "Statement": [
      {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::moon-data/${aws:PrincipalTag/team}/*"},
      {"Effect": "Allow", "Action": ["iam:CreateUser", "iam:TagUser"], "Resource": "*",
       "Condition": {"StringEquals": {"aws:RequestTag/team": "${aws:PrincipalTag/team}"},
                     "ForAllValues:StringEquals": {"aws:TagKeys": ["team", "name"]}}},
      {"Effect": "Allow", "Action": "iam:DeleteUser", "Resource": "*",
       "Condition": {"StringEquals": {"iam:ResourceTag/TEAM": "${aws:PrincipalTag/team}"}}}]}
file worker.json
    {"Version": "2012-10-17",
     "Statement": [
      {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::moon-data/${aws:PrincipalTag/team}/*"},
      {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"], "Resource": "*"}]}
file trust.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/lina"}, "Action": "sts:AssumeRole"}}
file trust-tags.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Principal": {"AWS": "111111111111"}, "Action": ["sts:AssumeRole", "sts:TagSession"]}}

; what a tag may be: of users and roles, the case of a key is kept and does not count
$ aws iam create-user --user-name lina --tags Key=team,Value=moon Key=이름,Value=리나
? User.Tags -> [{"Key": "team", "Value": "moon"}, {"Key": "이름", "Value": "리나"}]
$ aws iam tag-user --user-name lina --tags Key=a,Value=1 Key=A,Value=2
! InvalidInput TagUser: Duplicate tag keys found. Please note that Tag keys are case insensitive.
$ aws iam tag-user --user-name lina --tags Key=Team,Value=sun
quiet
$ aws iam list-user-tags --user-name lina
? length(Tags) -> 2
? Tags[?Value=='sun'].Key -> ["Team"]
$ aws iam tag-user --user-name lina --tags 'Key=what?,Value=1'
!~ ValidationError TagUser: 1 validation error detected: Value at 'tags\.1\.member\.key' failed to satisfy constraint: Member must satisfy regular expression pattern: .*_\.:/=\+\\-@\]\+
$ aws iam tag-user --user-name lina --tags Key=,Value=1
rc 255
err Invalid length for parameter Tags[0].Key, value: 0, valid min length: 1
$ aws iam tag-user --user-name lina --tags Value=1
rc 255
err Missing required parameter in Tags[0]: "Key"
$ aws iam tag-user --user-name nobody --tags Key=team,Value=moon
! NoSuchEntity TagUser: The user with name nobody cannot be found.
$ aws iam untag-user --user-name lina --tag-keys nothing
quiet
$ aws iam untag-user --user-name lina --tag-keys Team
quiet
$ aws iam tag-user --user-name lina --tags Key=team,Value=moon
quiet
; of policies the case counts
$ aws iam create-policy --policy-name team --policy-document file://team.json --tags Key=a,Value=1 Key=A,Value=2
? length(Policy.Tags) -> 2
$ aws iam tag-policy --policy-arn arn:aws:iam::111111111111:policy/team --tags Key=b,Value=1 Key=b,Value=2
! InvalidInput TagPolicy: Duplicate tag keys found.

; one policy for every team
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::111111111111:policy/team
quiet
$ aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
save LINA keys AccessKey
$ aws s3api create-bucket --bucket moon-data
? Location -> "/moon-data"
$ aws s3api put-object --bucket moon-data --key moon/a.txt
? ServerSideEncryption -> "AES256"
$ aws s3api put-object --bucket moon-data --key sun/a.txt
? ServerSideEncryption -> "AES256"
$ {LINA} aws s3api get-object --bucket moon-data --key moon/a.txt out.txt
? ContentLength -> 0
$ {LINA} aws s3api get-object --bucket moon-data --key sun/a.txt out.txt
! AccessDenied GetObject: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::moon-data/sun/a.txt" because no identity-based policy allows the s3:GetObject action
$ {LINA} aws iam create-user --user-name noah
! AccessDenied CreateUser: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111111111111:user/noah because no identity-based policy allows the iam:CreateUser action
$ {LINA} aws iam create-user --user-name noah --tags Key=team,Value=sun
!~ AccessDenied CreateUser: .* because no identity-based policy allows the iam:(CreateUser|TagUser) action
$ {LINA} aws iam create-user --user-name noah --tags Key=team,Value=moon Key=cost,Value=7
!~ AccessDenied CreateUser: .* because no identity-based policy allows the iam:(CreateUser|TagUser) action
$ {LINA} aws iam create-user --user-name noah --tags Key=team,Value=moon Key=name,Value=Noah
? User.Arn -> "arn:aws:iam::111111111111:user/noah"
$ {LINA} aws iam tag-user --user-name noah --tags Key=cost,Value=7
! AccessDenied TagUser: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: iam:TagUser on resource: arn:aws:iam::111111111111:user/noah because no identity-based policy allows the iam:TagUser action
$ aws iam create-user --user-name sora --tags Key=team,Value=sun
? User.UserName -> "sora"
$ {LINA} aws iam delete-user --user-name sora
! AccessDenied DeleteUser: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: iam:DeleteUser on resource: arn:aws:iam::111111111111:user/sora because no identity-based policy allows the iam:DeleteUser action
$ {LINA} aws iam delete-user --user-name noah
quiet
$ {LINA} aws iam delete-user --user-name noah
!~ AccessDenied DeleteUser: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: iam:DeleteUser on resource: arn:aws:iam::111111111111:user/noah.*

; another tag is another team, no tag is none
$ aws iam tag-user --user-name lina --tags Key=team,Value=sun
quiet
$ {LINA} aws s3api get-object --bucket moon-data --key sun/a.txt out.txt
? ContentLength -> 0
$ aws iam untag-user --user-name lina --tag-keys team
quiet
$ {LINA} aws s3api get-object --bucket moon-data --key sun/a.txt out.txt
! AccessDenied GetObject: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::moon-data/sun/a.txt" because no identity-based policy allows the s3:GetObject action

; session tags stand over the role's own; a trust policy must let them in
$ aws iam create-role --role-name worker --assume-role-policy-document file://trust.json --tags Key=team,Value=moon --max-session-duration 7200
? Role.Tags -> [{"Key": "team", "Value": "moon"}]
$ aws iam put-role-policy --role-name worker --policy-name work --policy-document file://worker.json
quiet
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/worker --role-session-name july
? PackedPolicySize -> null
save PLAIN keys Credentials
$ {PLAIN} aws s3api get-object --bucket moon-data --key moon/a.txt out.txt
? ContentLength -> 0
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/worker --role-session-name july --tags Key=team,Value=sun
!~ AccessDenied AssumeRole: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: sts:TagSession on resource: arn:aws:iam::111111111111:role/worker.*
$ aws iam update-assume-role-policy --role-name worker --policy-document file://trust-tags.json
quiet
$ aws iam put-user-policy --user-name lina --policy-name assume --policy-document file://worker.json
quiet
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/worker --role-session-name july --tags Key=team,Value=sun Key=cost,Value=7 --transitive-tag-keys team
? PackedPolicySize ~> [1-9][0-9]?
save TAGGED keys Credentials
$ {TAGGED} aws s3api get-object --bucket moon-data --key sun/a.txt out.txt
? ContentLength -> 0
$ {TAGGED} aws s3api get-object --bucket moon-data --key moon/a.txt out.txt
!~ AccessDenied GetObject: User: arn:aws:sts::111111111111:assumed-role/worker/july is not authorized .*
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/worker --role-session-name july --tags Key=team,Value=sun Key=TEAM,Value=moon
! InvalidParameterValue AssumeRole: Duplicate tag keys found. Please note that Tag keys are case insensitive.
$ {LINA} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/worker --role-session-name july --tags Key=team,Value=sun --transitive-tag-keys cost
! InvalidParameterValue AssumeRole: The specified transitive tag key must be included in the requested tags.

; a transitive tag goes along the chain and cannot be replaced
$ aws iam create-role --role-name second --assume-role-policy-document file://trust-tags.json --max-session-duration 7200
? Role.RoleName -> "second"
$ aws iam put-role-policy --role-name second --policy-name work --policy-document file://worker.json
quiet
$ {TAGGED} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/second --role-session-name chain
? AssumedRoleUser.Arn -> "arn:aws:sts::111111111111:assumed-role/second/chain"
save CHAIN keys Credentials
$ {CHAIN} aws s3api get-object --bucket moon-data --key sun/a.txt out.txt
? ContentLength -> 0
$ {TAGGED} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/second --role-session-name chain --tags Key=team,Value=moon
! InvalidParameterValue AssumeRole: One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.
$ {TAGGED} aws sts assume-role --role-arn arn:aws:iam::111111111111:role/second --role-session-name chain --duration-seconds 3601
! ValidationError AssumeRole: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.
