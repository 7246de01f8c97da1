# The account as a whole: alias, summary, credential report, everything at once
file trust.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
     "Principal": {"AWS": "111111111111"}, "Action": "sts:AssumeRole"}}
file read.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:Get*", "Resource": "*"}}
$ aws iam list-account-aliases
? AccountAliases -> []
$ aws iam create-account-alias --account-alias moon-tide
quiet
$ aws iam create-account-alias --account-alias Moon
! ValidationError CreateAccountAlias: 1 validation error detected: Value at 'accountAlias' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$
$ aws iam create-account-alias --account-alias ab
rc 255
err~ .*Invalid length for parameter AccountAlias, value: 2, valid min length: 3
$ aws iam list-account-aliases
? AccountAliases -> ["moon-tide"]
$ aws iam delete-account-alias --account-alias sun-tide
!~ NoSuchEntity DeleteAccountAlias: .*
$ aws iam delete-account-alias --account-alias moon-tide
quiet
$ aws iam get-account-summary
? SummaryMap.[Users, UsersQuota, GroupsQuota, GroupsPerUserQuota, AccessKeysPerUserQuota] -> [0, 5000, 300, 10, 2]
? SummaryMap.[PolicySizeQuota, VersionsPerPolicyQuota, UserPolicySizeQuota, GroupPolicySizeQuota, RolePolicySizeQuota] -> [6144, 5, 2048, 5120, 10240]
? SummaryMap.[AccountMFAEnabled, MFADevicesInUse] -> [0, 0]
$ aws iam get-credential-report
!~ ReportNotPresent GetCredentialReport: .*
$ aws iam create-user --user-name kim --path /crew/
? User.UserName -> "kim"
$ aws iam create-group --group-name readers
? Group.GroupName -> "readers"
$ aws iam add-user-to-group --group-name readers --user-name kim
quiet
$ aws iam create-policy --policy-name Read --policy-document file://read.json
? Policy.DefaultVersionId -> "v1"
$ aws iam attach-group-policy --group-name readers --policy-arn arn:aws:iam::111111111111:policy/Read
quiet
$ aws iam put-user-policy --user-name kim --policy-name own --policy-document file://read.json
quiet
$ aws iam create-role --role-name guest --assume-role-policy-document file://trust.json
? Role.RoleName -> "guest"
$ aws iam create-login-profile --user-name kim --password 'Tide-2026-high'
? LoginProfile.UserName -> "kim"
$ aws iam create-access-key --user-name kim
? AccessKey.UserName -> "kim"
save KIM keys AccessKey
$ aws iam get-account-summary
? SummaryMap.[Users, Groups, Roles, Policies, PolicyVersionsInUse] -> [1, 1, 1, 1, 1]
$ aws iam get-account-authorization-details
? UserDetailList[].[UserName, GroupList[0], UserPolicyList[0].PolicyName] -> [["kim", "readers", "own"]]
? GroupDetailList[].AttachedManagedPolicies[].PolicyName -> ["Read"]
? RoleDetailList[0].AssumeRolePolicyDocument.Statement.Action -> "sts:AssumeRole"
? Policies[?PolicyName=='Read'].PolicyVersionList[0].Document.Statement.Action -> ["iam:Get*"]
$ aws iam get-account-authorization-details --filter Role
? RoleDetailList[].RoleName -> ["guest"]
? UserDetailList -> []
$ aws iam get-account-authorization-details --filter Robot
!~ ValidationError GetAccountAuthorizationDetails: 1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must satisfy .*enum value set: \[.*LocalManagedPolicy.*\].*
$ {KIM} aws iam get-account-authorization-details --query UserDetailList[].Arn
? @ -> ["arn:aws:iam::111111111111:user/crew/kim"]
$ {KIM} aws iam generate-credential-report
! AccessDenied GenerateCredentialReport: User: arn:aws:iam::111111111111:user/crew/kim is not authorized to perform: iam:GenerateCredentialReport on resource: * because no identity-based policy allows the iam:GenerateCredentialReport action
$ aws iam generate-credential-report
? State -> "STARTED"
$ aws iam generate-credential-report
? State -> "COMPLETE"
$ aws iam get-credential-report
? ReportFormat -> "text/csv"
? starts_with(Content, 'dXNlcixhcm4s') -> true
$ {KIM} aws iam get-credential-report --query ReportFormat --output text
= text/csv
$ {KIM} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:iam::111111111111:user/crew/kim is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ because no identity-based policy allows the iam:ListUsers action
$ aws iam list-policies --scope AWS --query "Policies[?PolicyName=='AdministratorAccess'].Arn"
? @ -> ["arn:aws:iam::aws:policy/AdministratorAccess"]
$ aws iam get-policy --policy-arn arn:aws:iam::aws:policy/job-function/ViewOnlyAccess
? Policy.PolicyName -> "ViewOnlyAccess"
$ aws iam delete-policy --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
! AccessDenied DeletePolicy: User: arn:aws:iam::111111111111:root is not authorized to perform: iam:DeletePolicy on resource: policy arn:aws:iam::aws:policy/AdministratorAccess
