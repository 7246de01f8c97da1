# Slips of the hand: what the CLI says itself, and what the service says
file policy.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}}

; words that are missing, too many or not there: exit code 2, or 255 for what is left over
$ aws
rc 2
err aws: error: the following arguments are required: command
$ aws iam
rc 2
err aws: error: the following arguments are required: operation
$ aws iamm list-users
rc 2
err Invalid choice: 'iamm', maybe you meant:
err * iam
$ aws iam create-usr --user-name bob
rc 2
err Invalid choice: 'create-usr', maybe you meant:
err * create-user
$ aws iam create-user
rc 2
err aws: error: the following arguments are required: --user-name
$ aws iam create-user --user-name
rc 2
err aws: error: argument --user-name: expected one argument
$ aws iam create-user --user-name bob --frobnicate
rc 255
err Unknown options: --frobnicate
$ aws iam create-user --user-name bob the builder
rc 255
err~ Unknown options: .*builder.*
$ aws iam list-users --output yaml
rc 2
err~ aws: error: argument --output: Invalid choice, valid choices are:
$ aws iam list-users --max-items many
rc 2
err aws: error: argument --max-items: invalid int value: 'many'
$ aws iam list-users --region
rc 2
err aws: error: argument --region: expected one argument
$ aws --profile ghost iam list-users
rc 255
err The config profile (ghost) could not be found
$ aws s3 cp here.txt there.txt
rc 255
err Error: Invalid argument type

; values that the CLI does not send
$ aws iam create-user --user-name ''
rc 255
err Parameter validation failed:
err Invalid length for parameter UserName, value: 0, valid min length: 1
$ aws iam update-access-key --access-key-id AKIA --status Active
rc 255
err Invalid length for parameter AccessKeyId, value: 4, valid min length: 16
$ aws iam attach-user-policy --user-name bob --policy-arn AdministratorAccess
rc 255
err Invalid length for parameter PolicyArn, value: 19, valid min length: 20
$ aws iam update-account-password-policy --minimum-password-length 5
rc 255
err Invalid value for parameter MinimumPasswordLength, value: 5, valid min value: 6
$ aws iam create-role --role-name crew --assume-role-policy-document file://policy.json --max-session-duration 100
rc 255
err Invalid value for parameter MaxSessionDuration, value: 100, valid min value: 3600
$ aws iam create-role --role-name crew --assume-role-policy-document file://policy.json --max-session-duration long
rc 255
err invalid literal for int() with base 10: 'long'
$ aws iam tag-user --user-name bob --tags Key
rc 255
err~ Error parsing parameter '--tags': Expected: '=', received: 'EOF' for input:
$ aws iam tag-user --user-name bob --tags 'Key=team,Value=moon,Colour=blue'
rc 255
err Unknown parameter in Tags[0]: "Colour", must be one of: Key, Value
$ aws iam tag-user --user-name bob --tags '[{"Key": "team"'
rc 255
err~ Error parsing parameter '--tags': Invalid JSON: .*
$ aws iam create-user --cli-input-json '{"UserName": "bob", "Age": 7}'
rc 255
err Unknown parameter in input: "Age", must be one of: Path, UserName, PermissionsBoundary, Tags
$ aws iam create-policy --policy-name shelf --policy-document file://polciy.json
rc 255
err Error parsing parameter '--policy-document': Unable to load paramfile file://polciy.json: [Errno 2] No such file or directory: 'polciy.json'

; JMESPath: bad before anything is sent, bad on the answer, and merely empty
$ aws iam create-user --user-name bob --query 'User.[UserName'
rc 255
err~ Bad value for --query User\.\[UserName: .*
$ aws iam get-user --user-name bob
! NoSuchEntity GetUser: The user with name bob cannot be found.
$ aws iam create-user --cli-input-json '{"UserName": "bob"}'
? User.UserName -> "bob"
$ aws iam list-users --query 'first(Users)'
rc 255
err Unknown function: first()
$ aws iam list-users --query 'sort_by(Users, &PermissionsBoundary)'
rc 255
err~ In function sort_by\(\), invalid type for value: .*
$ aws iam get-user --user-name bob --query User.PermissionsBoundary
= null
$ aws iam get-user --user-name bob --query 'User.[UserName, Path]' --output text
= bob	/
$ aws iam list-users --query "Users[?UserName=='bob'].Arn | [0]" --output text
= arn:aws:iam::111111111111:user/bob

; values that only the service knows to be wrong
$ aws iam create-user --user-name 'bob b'
! ValidationError CreateUser: The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-
$ aws iam create-user --user-name bobby --path bobs
! ValidationError CreateUser: The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.
$ aws iam attach-user-policy --user-name bob --policy-arn AdministratorAccess-please
! ValidationError AttachUserPolicy: ARN AdministratorAccess-please is not valid.
$ aws iam attach-user-policy --user-name bob --policy-arn arn:aws:iam::aws:policy/AdministratorAcess
! NoSuchEntity AttachUserPolicy: Policy arn:aws:iam::aws:policy/AdministratorAcess does not exist or is not attachable.
$ aws iam put-user-permissions-boundary --user-name bob --permissions-boundary arn:aws:iam::111111111111:role/crew
! InvalidInput PutUserPermissionsBoundary: ARN arn:aws:iam::111111111111:role/crew is not valid.
$ aws iam update-access-key --user-name bob --access-key-id AKIAIOSFODNN7EXAMPLE --status Sleeping
! ValidationError UpdateAccessKey: 1 validation error detected: Value at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]
$ aws iam update-access-key --user-name bob --access-key-id AKIAIOSFODNN7EXAMPLE --status Inactive
! NoSuchEntity UpdateAccessKey: The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.
$ aws iam list-users --page-size 1001
! ValidationError ListUsers: 1 validation error detected: Value at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000
$ aws iam create-policy --policy-name shelf --policy-document policy.json
! MalformedPolicyDocument CreatePolicy: Syntax errors in policy.
$ aws iam create-policy --policy-name shelf --policy-document '{{"Version": "2012-10-17"}}'
! MalformedPolicyDocument CreatePolicy: Syntax errors in policy.
$ aws iam create-policy --policy-name shelf --policy-document '{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}'
! MalformedPolicyDocument CreatePolicy: Policy document must be version 2012-10-17 or greater.
$ aws iam create-policy --policy-name shelf --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "allow", "Action": "s3:*", "Resource": "*"}}'
! MalformedPolicyDocument CreatePolicy: The policy failed legacy parsing
$ aws iam create-policy --policy-name shelf --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ListBuckets", "Resource": "*"}}'
! MalformedPolicyDocument CreatePolicy: Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.
$ aws iam create-policy --policy-name shelf --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "moon-photos"}}'
! MalformedPolicyDocument CreatePolicy: Resource moon-photos must be in ARN format or "*".
$ aws iam create-role --role-name crew --assume-role-policy-document policy.json
! MalformedPolicyDocument CreateRole: This policy contains invalid Json
$ aws iam create-role --role-name crew --assume-role-policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111111111111"}, "Action": "s3:GetObject"}}'
! MalformedPolicyDocument CreateRole: AssumeRole policy may only specify STS AssumeRole actions.
$ aws iam create-role --role-name crew --assume-role-policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111111111111"}, "Action": "sts:AssumeRole", "Resource": "*"}}'
! MalformedPolicyDocument CreateRole: Has prohibited field Resource
