# Users: names, paths, tags, and a list that comes in pages
$ aws sts get-caller-identity
? Arn -> "arn:aws:iam::111111111111:root"
? UserId -> "111111111111"
$ aws iam create-user --user-name kim
? User.Arn -> "arn:aws:iam::111111111111:user/kim"
? User.UserId ~> AIDA[A-Z0-9]{17}
? User.Path -> "/"
save KIMID User.UserId
$ aws iam create-user --user-name kim
! EntityAlreadyExists CreateUser: User with name kim already exists.
$ aws iam create-user --user-name KIM
! EntityAlreadyExists CreateUser: User with name KIM already exists.
$ aws iam create-user --user-name lee --path /sea/crew/ --tags Key=team,Value=tide
? User.Arn -> "arn:aws:iam::111111111111:user/sea/crew/lee"
? User.Tags -> [{"Key": "team", "Value": "tide"}]
$ aws iam create-user --user-name sora --path /sea/
? User.Path -> "/sea/"
$ aws iam create-user --user-name minji --path sea
! ValidationError CreateUser: The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.
$ aws iam create-user --user-name "min ji"
! ValidationError CreateUser: The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-
$ aws iam create-user --user-name aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg
! ValidationError CreateUser: 1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64
$ aws iam create-user --user-name minji --tags Key=team,Value=a Key=TEAM,Value=b
! InvalidInput CreateUser: Duplicate tag keys found. Please note that Tag keys are case insensitive.
$ aws iam create-user
rc 2
err aws: error: the following arguments are required: --user-name
$ aws iam get-user --user-name nobody
! NoSuchEntity GetUser: The user with name nobody cannot be found.
$ aws iam get-user --user-name lee
? User.Tags[0].Value -> "tide"
$ aws iam list-users
? Users[].UserName -> ["kim", "lee", "sora"]
? Users[1].Tags -> null
? IsTruncated -> null
$ aws iam list-users --path-prefix /sea/
? Users[].UserName -> ["lee", "sora"]
$ aws iam list-users --path-prefix /sea/cr
? Users[].UserName -> ["lee"]
$ aws iam list-users --max-items 2
? Users[].UserName -> ["kim", "lee"]
save MORE NextToken
$ aws iam list-users --max-items 2 --starting-token {MORE}
? Users[].UserName -> ["sora"]
? NextToken -> null
$ aws iam list-users --no-paginate --max-items 2
? IsTruncated -> true
? length(Users) -> 2
save MARKER Marker
$ aws iam list-users --no-paginate --marker {MARKER}
? Users[].UserName -> ["sora"]
? IsTruncated -> false
$ aws iam list-users --no-paginate --marker nonsense
! ValidationError ListUsers: Invalid Marker.
$ aws iam list-users --query Users[].UserName --output text
= kim	lee	sora
$ aws iam tag-user --user-name kim --tags Key=team,Value=moon Key=level,Value=2
quiet
$ aws iam list-user-tags --user-name kim
? sort_by(Tags, &Key) -> [{"Key": "level", "Value": "2"}, {"Key": "team", "Value": "moon"}]
$ aws iam untag-user --user-name kim --tag-keys level unknown
quiet
$ aws iam list-user-tags --user-name kim --query Tags[].Key
? @ -> ["team"]
$ aws iam update-user --user-name sora --new-user-name sola --new-path /sky/
quiet
$ aws iam get-user --user-name sola
? User.Arn -> "arn:aws:iam::111111111111:user/sky/sola"
$ aws iam get-user --user-name sora
! NoSuchEntity GetUser: The user with name sora cannot be found.
$ aws iam update-user --user-name sola --new-user-name lee
! EntityAlreadyExists UpdateUser: User with name lee already exists.
$ aws iam delete-user --user-name kim
quiet
$ aws iam delete-user --user-name kim
! NoSuchEntity DeleteUser: The user with name kim cannot be found.
$ aws iam create-user --user-name kim --query "User.UserId == '{KIMID}'"
? @ -> false
