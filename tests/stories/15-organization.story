# A studio of several accounts: units, control policies, and whom they stop
file no-s3.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}}
file no-reading.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}}

$ aws organizations describe-organization
! AWSOrganizationsNotInUseException DescribeOrganization: Your account is not a member of an organization.
$ aws organizations create-organization
? Organization.FeatureSet -> "ALL"
? Organization.MasterAccountId -> "111111111111"
save ORG Organization.Id
$ aws organizations create-organization
! AlreadyInOrganizationException CreateOrganization: The AWS account is already a member of an organization.
$ aws organizations list-roots
? Roots[0].Name -> "Root"
? Roots[0].PolicyTypes -> []
save ROOT Roots[0].Id

; units and an account
$ aws organizations create-organizational-unit --parent-id {ROOT} --name workshop
? OrganizationalUnit.Name -> "workshop"
save UNIT OrganizationalUnit.Id
$ aws organizations create-organizational-unit --parent-id {ROOT} --name workshop
! DuplicateOrganizationalUnitException CreateOrganizationalUnit: An OU with the same name already exists.
$ aws organizations create-organizational-unit --parent-id r-zzzz --name night
! ParentNotFoundException CreateOrganizationalUnit: You specified a parent that doesn't exist.
$ aws organizations create-organizational-unit --parent-id workshop --name night
!~ InvalidInputException CreateOrganizationalUnit: .*
$ aws organizations create-account --account-name team --email team@example.com
? CreateAccountStatus.State -> "IN_PROGRESS"
$ aws organizations create-account --account-name twin --email team@example.com
? CreateAccountStatus.AccountName -> "twin"
save TWIN CreateAccountStatus.Id
$ aws organizations describe-create-account-status --create-account-request-id {TWIN}
? CreateAccountStatus.[State, FailureReason] -> ["FAILED", "EMAIL_ALREADY_EXISTS"]
$ aws organizations list-accounts
? length(Accounts) -> 2
save TEAM Accounts[?Name=='team'].Id | [0]
$ aws organizations move-account --account-id {TEAM} --source-parent-id {ROOT} --destination-parent-id {UNIT}
quiet
$ aws organizations move-account --account-id {TEAM} --source-parent-id {ROOT} --destination-parent-id {UNIT}
!~ SourceParentNotFoundException MoveAccount: .*
$ aws organizations list-parents --child-id {TEAM}
? Parents -> [{"Id": "{UNIT}", "Type": "ORGANIZATIONAL_UNIT"}]

; an administrator here, and through the organization's role over there
$ aws iam create-user --user-name admin
? User.UserName -> "admin"
$ aws iam attach-user-policy --user-name admin --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
quiet
$ aws iam create-access-key --user-name admin
? AccessKey.Status -> "Active"
save ADMIN keys AccessKey
$ {ADMIN} aws sts assume-role --role-arn arn:aws:iam::{TEAM}:role/OrganizationAccountAccessRole --role-session-name ops
? AssumedRoleUser.Arn -> "arn:aws:sts::{TEAM}:assumed-role/OrganizationAccountAccessRole/ops"
save OPS keys Credentials
$ {OPS} aws s3api create-bucket --bucket team-data
? Location -> "/team-data"
$ {OPS} aws s3api put-object --bucket team-data --key a.txt
? ServerSideEncryption -> "AES256"
$ {OPS} aws organizations list-accounts
!~ AccessDeniedException ListAccounts: .*

; a service control policy: written, switched on, attached to the unit
$ aws organizations create-policy --name no-s3 --description - --type SERVICE_CONTROL_POLICY --content file://no-s3.json
? Policy.PolicySummary.AwsManaged -> false
save SCP Policy.PolicySummary.Id
save SCP_ARN Policy.PolicySummary.Arn
$ aws organizations create-policy --name no-s3 --description - --type SERVICE_CONTROL_POLICY --content file://no-s3.json
! DuplicatePolicyException CreatePolicy: A policy with the same name already exists.
$ aws organizations create-policy --name broken --description - --type SERVICE_CONTROL_POLICY --content file://no-reading.json
! MalformedPolicyDocumentException CreatePolicy: The provided policy document does not meet the requirements of the specified policy type.
$ aws organizations attach-policy --policy-id {SCP} --target-id {UNIT}
! PolicyTypeNotEnabledException AttachPolicy: This operation can be performed only for enabled policy types.
$ aws organizations enable-policy-type --root-id {ROOT} --policy-type SERVICE_CONTROL_POLICY
? Root.Id -> "{ROOT}"
$ aws organizations enable-policy-type --root-id {ROOT} --policy-type SERVICE_CONTROL_POLICY
! PolicyTypeAlreadyEnabledException EnablePolicyType: The specified policy type is already enabled.
$ aws organizations attach-policy --policy-id {SCP} --target-id {UNIT}
quiet
$ aws organizations attach-policy --policy-id {SCP} --target-id {UNIT}
! DuplicatePolicyAttachmentException AttachPolicy: The selected policy is already attached to the specified target.
$ {OPS} aws s3api list-objects-v2 --bucket team-data
! AccessDenied ListObjectsV2: User: arn:aws:sts::{TEAM}:assumed-role/OrganizationAccountAccessRole/ops is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::team-data" with an explicit deny in a service control policy: {SCP_ARN}
$ {OPS} aws iam list-users --query Users
? @ -> []
; over the whole organization it does not touch the management account
$ aws organizations attach-policy --policy-id {SCP} --target-id {ROOT}
quiet
$ aws s3api create-bucket --bucket studio-data
? Location -> "/studio-data"
$ {ADMIN} aws s3 ls s3://studio-data
quiet
$ aws organizations delete-policy --policy-id {SCP}
! PolicyInUseException DeletePolicy: The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.
$ aws organizations detach-policy --policy-id {SCP} --target-id {ROOT}
quiet
$ aws organizations detach-policy --policy-id {SCP} --target-id {ROOT}
! PolicyNotAttachedException DetachPolicy: The policy isn't attached to the specified target in the specified root.

; every level needs an Allow
$ aws organizations detach-policy --policy-id p-FullAWSAccess --target-id {UNIT}
quiet
$ {OPS} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:sts::{TEAM}:assumed-role/OrganizationAccountAccessRole/ops is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::{TEAM}:user/ because no service control policy allows the iam:ListUsers action
$ {OPS} aws sts get-caller-identity
? Account -> "{TEAM}"
$ aws organizations attach-policy --policy-id p-FullAWSAccess --target-id {UNIT}
quiet
$ aws organizations detach-policy --policy-id {SCP} --target-id {UNIT}
quiet
$ aws organizations detach-policy --policy-id p-FullAWSAccess --target-id {UNIT}
!~ ConstraintViolationException DetachPolicy: .*
$ {OPS} aws s3api head-object --bucket team-data --key a.txt
? ContentLength -> 0

; a resource control policy guards what an account owns, also against its own people
$ aws organizations enable-policy-type --root-id {ROOT} --policy-type RESOURCE_CONTROL_POLICY
? Root.PolicyTypes[].Type | sort(@) -> ["RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY"]
$ aws organizations create-policy --name grant --description - --type RESOURCE_CONTROL_POLICY --content '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"}}'
! MalformedPolicyDocumentException CreatePolicy: The provided policy document does not meet the requirements of the specified policy type.
$ aws organizations create-policy --name no-reading --description - --type RESOURCE_CONTROL_POLICY --content file://no-reading.json
? Policy.PolicySummary.Type -> "RESOURCE_CONTROL_POLICY"
save RCP Policy.PolicySummary.Id
save RCP_ARN Policy.PolicySummary.Arn
$ aws organizations attach-policy --policy-id {RCP} --target-id {TEAM}
quiet
$ {OPS} aws s3api get-object --bucket team-data --key a.txt out.txt
! AccessDenied GetObject: User: arn:aws:sts::{TEAM}:assumed-role/OrganizationAccountAccessRole/ops is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::team-data/a.txt" with an explicit deny in a resource control policy: {RCP_ARN}
$ {OPS} aws s3api list-objects-v2 --bucket team-data --query Contents[].Key
? @ -> ["a.txt"]
$ aws organizations detach-policy --policy-id p-RCPFullAWSAccess --target-id {ROOT}
!~ InvalidInputException DetachPolicy: .*

; nothing that is not empty goes
$ aws organizations delete-organizational-unit --organizational-unit-id {UNIT}
!~ OrganizationalUnitNotEmptyException DeleteOrganizationalUnit: .*
$ aws organizations delete-organization
!~ OrganizationNotEmptyException DeleteOrganization: .*
$ aws organizations remove-account-from-organization --account-id {TEAM}
!~ ConstraintViolationException RemoveAccountFromOrganization: .*
$ aws organizations describe-policy --policy-id p-12345678
! PolicyNotFoundException DescribePolicy: You specified a policy that doesn't exist.
