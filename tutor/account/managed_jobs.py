"""AWS managed policies for people: administrators, job functions, IAM itself, root tasks."""

from __future__ import annotations

from typing import Final

from tutor.account.managed_rows import ManagedRow, row

__all__ = ["JOBS"]

_LOOKED_AT: Final = (
    "access-analyzer",
    "acm",
    "autoscaling",
    "cloudformation",
    "cloudfront",
    "cloudwatch",
    "codecommit",
    "config",
    "dynamodb",
    "ecr",
    "ecs",
    "eks",
    "elasticache",
    "elasticloadbalancing",
    "events",
    "glue",
    "kinesis",
    "kms",
    "lambda",
    "logs",
    "organizations",
    "rds",
    "redshift",
    "route53",
    "secretsmanager",
    "sns",
    "sqs",
    "ssm",
    "states",
    "support",
    "tag",
)
"""Services beside IAM, S3, EC2 and STS whose reads the broad read-only policies allow."""


def _each(*names: str) -> str:
    return " ".join(f"{service}:{name}" for service in _LOOKED_AT for name in names)


JOBS: Final[tuple[ManagedRow, ...]] = (
    ManagedRow(
        "AdministratorAccess",
        "Provides full access to AWS services and resources.",
        ("*",),
        "v1",
        "2015-02-06T18:39:46",
        "2015-02-06T18:39:46",
        "ANPAIWMBCKSKIEE64ZLYK",
    ),
    ManagedRow(
        "PowerUserAccess",
        "Provides full access to AWS services and resources, "
        "but does not allow management of Users and groups.",
        (
            "Not iam:* organizations:* account:*",
            "account:GetAccountInformation account:GetGovCloudAccountInformation "
            "account:GetPrimaryEmail account:ListRegions iam:CreateServiceLinkedRole "
            "iam:DeleteServiceLinkedRole iam:ListRoles organizations:DescribeEffectivePolicy "
            "organizations:DescribeOrganization",
        ),
        "v12",
        "2015-02-06T18:39:47",
        "2026-02-12T17:59:14",
        "ANPAJYRXTHIB4FOVS3ZXS",
    ),
    ManagedRow(
        "IAMFullAccess",
        "Provides full access to IAM via the AWS Management Console.",
        (
            "iam:* organizations:DescribeAccount organizations:DescribeOrganization "
            "organizations:DescribeOrganizationalUnit organizations:DescribePolicy "
            "organizations:ListChildren organizations:ListParents "
            "organizations:ListPoliciesForTarget organizations:ListRoots organizations:ListPolicies "
            "organizations:ListTargetsForPolicy",
        ),
        "v2",
        "2015-02-06T18:40:38",
        "2019-06-21T19:40:00",
        "ANPAI7XKCFMBPM3QQRRVQ",
    ),
    ManagedRow(
        "IAMReadOnlyAccess",
        "Provides read only access to IAM via the AWS Management Console.",
        (
            "iam:GenerateCredentialReport iam:GenerateServiceLastAccessedDetails iam:Get* iam:List* "
            "iam:SimulateCustomPolicy iam:SimulatePrincipalPolicy",
        ),
        "v4",
        "2015-02-06T18:40:39",
        "2018-01-25T19:11:27",
        "ANPAJKSO7NDY4T57MWDSQ",
    ),
    ManagedRow(
        "IAMUserChangePassword",
        "Provides the ability for an IAM user to change their own password.",
        (
            "iam:ChangePassword on arn:aws:iam::*:user/${aws:username}",
            "iam:GetAccountPasswordPolicy",
        ),
        "v2",
        "2016-11-15T00:25:16",
        "2016-11-15T23:18:55",
        "ANPAJ4L4MM2A7QIEB56MS",
    ),
    row(
        "IAMUserSSHKeys",
        "Provides the ability for an IAM user to manage their own SSH keys.",
        "iam:DeleteSSHPublicKey iam:GetSSHPublicKey iam:ListSSHPublicKeys iam:UpdateSSHPublicKey "
        "iam:UploadSSHPublicKey on arn:aws:iam::*:user/${aws:username}",
        since="2015-07-09T17:08:54",
    ),
    row(
        "IAMSelfManageServiceSpecificCredentials",
        "Allows an IAM user to manage their own Service Specific Credentials.",
        "iam:CreateServiceSpecificCredential iam:ListServiceSpecificCredentials "
        "iam:UpdateServiceSpecificCredential iam:DeleteServiceSpecificCredential "
        "iam:ResetServiceSpecificCredential on arn:aws:iam::*:user/${aws:username}",
        since="2016-12-22T17:25:18",
    ),
    row(
        "IAMAccessAdvisorReadOnly",
        "This policy grants access to read all access information provided by IAM access advisor.",
        "iam:ListRoles iam:ListUsers iam:ListGroups iam:ListPolicies "
        "iam:ListPoliciesGrantingServiceAccess iam:GenerateServiceLastAccessedDetails "
        "iam:GenerateOrganizationsAccessReport iam:GetOrganizationsAccessReport "
        "iam:GetServiceLastAccessedDetails iam:GetServiceLastAccessedDetailsWithEntities "
        "organizations:DescribeAccount organizations:DescribeOrganization "
        "organizations:DescribeOrganizationalUnit organizations:DescribePolicy "
        "organizations:ListChildren organizations:ListParents organizations:ListPoliciesForTarget "
        "organizations:ListRoots organizations:ListPolicies organizations:ListTargetsForPolicy",
        since="2019-06-21T19:33:09",
    ),
    row(
        "IAMAccessAnalyzerFullAccess",
        "Provides full access to IAM Access Analyzer.",
        "access-analyzer:*",
        'iam:CreateServiceLinkedRole if {"StringEquals": '
        '{"iam:AWSServiceName": "access-analyzer.amazonaws.com"}}',
        "organizations:DescribeAccount organizations:DescribeOrganization "
        "organizations:DescribeOrganizationalUnit organizations:ListAccounts "
        "organizations:ListAccountsForParent organizations:ListAWSServiceAccessForOrganization "
        "organizations:ListChildren organizations:ListDelegatedAdministrators "
        "organizations:ListOrganizationalUnitsForParent organizations:ListParents "
        "organizations:ListRoots",
        since="2019-12-02T17:12:40",
    ),
    row(
        "IAMAccessAnalyzerReadOnlyAccess",
        "Provides read only access to IAM Access Analyzer resources.",
        "access-analyzer:CheckAccessNotGranted access-analyzer:CheckNoNewAccess "
        "access-analyzer:CheckNoPublicAccess access-analyzer:Get* access-analyzer:List* "
        "access-analyzer:ValidatePolicy",
        since="2019-12-02T17:12:03",
    ),
    row(
        "ReadOnlyAccess",
        "Provides read-only access to AWS services and resources.",
        _each("BatchGet*", "Describe*", "Get*", "List*", "View*"),
        "cloudtrail:Describe* cloudtrail:Get* cloudtrail:List* cloudtrail:LookupEvents "
        "dynamodb:PartiQLSelect dynamodb:Query dynamodb:Scan ec2:Describe* ec2:Get* "
        "iam:Generate* iam:Get* iam:List* iam:Simulate* logs:FilterLogEvents "
        "s3:DescribeJob s3:Get* s3:List* sqs:Receive* sts:GetAccessKeyInfo sts:GetCallerIdentity "
        "sts:GetSessionToken",
        since="2015-02-06T18:39:48",
    ),
    row(
        "SecurityAudit",
        "The security audit template grants access to read security configuration metadata. "
        "It is useful for software that audits the configuration of an AWS account.",
        _each("Describe*", "List*"),
        "acm:GetCertificate cloudtrail:DescribeTrails cloudtrail:GetEventSelectors "
        "cloudtrail:GetTrailStatus cloudtrail:ListTags cloudtrail:LookupEvents ec2:Describe* "
        "ec2:GetEbsEncryptionByDefault iam:GenerateCredentialReport "
        "iam:GenerateServiceLastAccessedDetails iam:Get* iam:List* iam:SimulateCustomPolicy "
        "iam:SimulatePrincipalPolicy kms:GetKeyPolicy kms:GetKeyRotationStatus lambda:GetPolicy "
        "s3:GetAccelerateConfiguration s3:GetAccountPublicAccessBlock s3:GetBucket* "
        "s3:GetEncryptionConfiguration s3:GetInventoryConfiguration s3:GetLifecycleConfiguration "
        "s3:GetMetricsConfiguration s3:GetObjectAcl s3:GetObjectVersionAcl "
        "s3:GetReplicationConfiguration s3:ListAccessPoints s3:ListAllMyBuckets "
        "secretsmanager:GetResourcePolicy sns:GetTopicAttributes sqs:GetQueueAttributes "
        "sts:GetAccessKeyInfo",
        since="2015-02-06T18:41:01",
    ),
    row(
        "job-function/ViewOnlyAccess",
        "This policy grants permissions to view resources and basic metadata across all AWS services.",
        _each("List*"),
        "autoscaling:Describe* cloudformation:DescribeStacks cloudtrail:DescribeTrails "
        "cloudtrail:LookupEvents cloudwatch:Describe* ec2:Describe* elasticloadbalancing:Describe* "
        "iam:GetAccountSummary iam:GetLoginProfile iam:List* logs:Describe* rds:Describe* "
        "s3:ListAllMyBuckets s3:ListBucket s3:ListMultipartUploadParts ssm:Describe*",
        since="2016-11-10T22:20:15",
    ),
    row(
        "job-function/Billing",
        "Grants permissions for billing and cost management. This includes viewing account usage and "
        "viewing and modifying budgets and payment methods.",
        "account:GetAccountInformation aws-portal:*Billing aws-portal:*PaymentMethods "
        "aws-portal:*Usage billing:* budgets:* ce:* consolidatedbilling:* cur:* freetier:* "
        "invoicing:* payments:* pricing:* purchase-orders:* support:AddAttachmentsToSet "
        "support:CreateCase sustainability:GetCarbonFootprintSummary tax:*",
        since="2016-11-10T17:33:18",
    ),
    row(
        "job-function/SupportUser",
        "This policy grants permissions to troubleshoot and resolve issues in an AWS account. This policy "
        "also enables the user to contact AWS support to create and manage cases.",
        "support:*",
        _each("Describe*", "List*"),
        "cloudtrail:DescribeTrails cloudtrail:GetTrailStatus cloudtrail:ListTags "
        "cloudtrail:LookupEvents cloudwatch:Get* codecommit:Get* cloudfront:Get* ec2:Describe* "
        "iam:GenerateCredentialReport iam:GenerateServiceLastAccessedDetails iam:Get* iam:List* "
        "kms:Get* lambda:Get* route53:Get* s3:List* sns:Get* sqs:GetQueueAttributes sqs:GetQueueUrl "
        "sqs:ReceiveMessage",
        since="2016-11-10T17:21:53",
    ),
    row(
        "job-function/DatabaseAdministrator",
        "Grants full access permissions to AWS services and actions required to set up and configure "
        "AWS database services.",
        "cloudwatch:DeleteAlarms cloudwatch:Describe* cloudwatch:DisableAlarmActions "
        "cloudwatch:EnableAlarmActions cloudwatch:Get* cloudwatch:List* cloudwatch:PutMetricAlarm "
        "dynamodb:* ec2:DescribeAccountAttributes ec2:DescribeAddresses "
        "ec2:DescribeAvailabilityZones ec2:DescribeInternetGateways ec2:DescribeSecurityGroups "
        "ec2:DescribeSubnets ec2:DescribeVpcs elasticache:* iam:GetRole iam:ListRoles kms:ListKeys "
        "lambda:CreateEventSourceMapping lambda:CreateFunction lambda:DeleteEventSourceMapping "
        "lambda:DeleteFunction lambda:GetFunctionConfiguration lambda:ListEventSourceMappings "
        "lambda:ListFunctions logs:Create* logs:Describe* logs:FilterLogEvents logs:GetLogEvents "
        "logs:PutLogEvents logs:PutMetricFilter rds:* redshift:* s3:CreateBucket sns:CreateTopic "
        "sns:DeleteTopic sns:Get* sns:List* sns:SetTopicAttributes sns:Subscribe sns:Unsubscribe",
        "s3:AbortMultipartUpload s3:DeleteObject* s3:Get* s3:List* s3:PutAccelerateConfiguration "
        "s3:PutBucketTagging s3:PutBucketVersioning s3:PutBucketWebsite "
        "s3:PutLifecycleConfiguration s3:PutReplicationConfiguration s3:PutObject* s3:Replicate* "
        "s3:RestoreObject",
        "iam:PassRole on arn:aws:iam::*:role/rds-monitoring-role arn:aws:iam::*:role/rdbms-lambda-access "
        "arn:aws:iam::*:role/lambda_exec_role arn:aws:iam::*:role/lambda-dynamodb-* "
        "arn:aws:iam::*:role/lambda-vpc-execution-role "
        "arn:aws:iam::*:role/DataPipelineDefaultRole arn:aws:iam::*:role/DataPipelineDefaultResourceRole",
        since="2016-11-10T17:25:43",
    ),
    row(
        "job-function/DataScientist",
        "Grants permissions to AWS data analytics services.",
        "autoscaling:* cloudwatch:* cloudformation:CreateStack cloudformation:DescribeStackEvents "
        "datapipeline:* dynamodb:* ec2:CancelSpotInstanceRequests ec2:CancelSpotFleetRequests "
        "ec2:CreateTags ec2:DeleteTags ec2:Describe* ec2:ModifyImageAttribute "
        "ec2:ModifyInstanceAttribute ec2:ModifySpotFleetRequest ec2:RequestSpotInstances "
        "ec2:RequestSpotFleet elasticfilesystem:* elasticmapreduce:* es:* firehose:* "
        "fsx:DescribeFileSystems iam:GetInstanceProfile iam:GetRole iam:GetPolicy "
        "iam:GetPolicyVersion iam:ListRoles kinesis:* kms:List* lambda:Create* lambda:Delete* "
        "lambda:Get* lambda:InvokeFunction lambda:PublishVersion lambda:Update* lambda:List* "
        "machinelearning:* sdb:* rds:* sns:ListSubscriptions sns:ListTopics "
        "logs:DescribeLogStreams logs:GetLogEvents redshift:* s3:CreateBucket sns:CreateTopic "
        "sns:Get* sns:List*",
        "s3:Abort* s3:DeleteObject s3:Get* s3:List* s3:PutAccelerateConfiguration s3:PutBucketCors "
        "s3:PutBucketLogging s3:PutBucketNotification s3:PutBucketTagging s3:PutObject "
        "s3:Replicate* s3:RestoreObject",
        "ec2:RunInstances ec2:TerminateInstances",
        "iam:PassRole on arn:aws:iam::*:role/DataPipelineDefaultRole "
        "arn:aws:iam::*:role/DataPipelineDefaultResourceRole "
        "arn:aws:iam::*:role/EMR_EC2_DefaultRole arn:aws:iam::*:role/EMR_DefaultRole "
        "arn:aws:iam::*:role/kinesis-*",
        since="2016-11-10T17:28:48",
    ),
    row(
        "job-function/NetworkAdministrator",
        "Grants full access permissions to AWS services and actions required to set up and configure "
        "AWS network resources.",
        "autoscaling:Describe* cloudfront:ListDistributions cloudwatch:DeleteAlarms "
        "cloudwatch:DescribeAlarms cloudwatch:GetMetricStatistics cloudwatch:PutMetricAlarm "
        "directconnect:* ec2:AllocateAddress ec2:AssignPrivateIpAddresses ec2:AssociateAddress "
        "ec2:AssociateDhcpOptions ec2:AssociateRouteTable ec2:Attach* ec2:CreateCustomerGateway "
        "ec2:CreateDhcpOptions ec2:CreateFlowLogs ec2:CreateInternetGateway ec2:CreateNatGateway "
        "ec2:CreateNetworkAcl* ec2:CreateNetworkInterface ec2:CreateRoute* "
        "ec2:CreateSecurityGroup ec2:CreateSubnet ec2:CreateTags ec2:CreateVpc* ec2:CreateVpn* "
        "ec2:DeleteFlowLogs ec2:DeleteNatGateway ec2:DeleteNetworkInterface ec2:DeleteSubnet "
        "ec2:DeleteTags ec2:DeleteVpc* ec2:DeleteVpn* ec2:Describe* ec2:Detach* "
        "ec2:Disassociate* ec2:Get* ec2:Modify* ec2:MoveAddressToVpc ec2:ReleaseAddress "
        "ec2:Replace* ec2:Search* ec2:UnassignPrivateIpAddresses elasticloadbalancing:* "
        "iam:GetRole iam:ListRoles logs:DescribeLogGroups logs:DescribeLogStreams "
        "logs:GetLogEvents route53:* route53domains:* sns:CreateTopic "
        "sns:ListSubscriptionsByTopic sns:ListTopics",
        "ec2:AcceptVpcPeeringConnection ec2:AuthorizeSecurityGroup* "
        "ec2:CreateVpcPeeringConnection ec2:DeleteCustomerGateway ec2:DeleteDhcpOptions "
        "ec2:DeleteInternetGateway ec2:DeleteNetworkAcl* ec2:DeleteRoute* "
        "ec2:DeleteSecurityGroup ec2:RejectVpcPeeringConnection ec2:RevokeSecurityGroup*",
        "s3:GetBucketLocation s3:GetBucketWebsite s3:ListBucket",
        "iam:PassRole on arn:aws:iam::*:role/flow-logs-*",
        since="2016-11-10T17:31:35",
    ),
    row(
        "job-function/SystemAdministrator",
        "Grants full access permissions necessary for resources required for application and "
        "development operations.",
        "acm:Describe* acm:Get* acm:List* acm:Request* acm:Resend* autoscaling:* "
        "cloudtrail:DescribeTrails cloudtrail:GetTrailStatus cloudtrail:ListPublicKeys "
        "cloudtrail:ListTags cloudtrail:LookupEvents cloudtrail:StartLogging "
        "cloudtrail:StopLogging cloudwatch:* codecommit:* codedeploy:* codepipeline:* config:* "
        "ds:* ec2:Allocate* ec2:Assign* ec2:Associate* ec2:AttachNetworkInterface "
        "ec2:AttachVolume ec2:Bundle* ec2:Cancel* ec2:Copy* ec2:Create* ec2:Delete* "
        "ec2:Deregister* ec2:Describe* ec2:Detach* ec2:Disable* ec2:Disassociate* ec2:Enable* "
        "ec2:Get* ec2:Import* ec2:Modify* ec2:Monitor* ec2:Move* ec2:Purchase* ec2:Register* "
        "ec2:Release* ec2:Replace* ec2:Report* ec2:Request* ec2:Reset* ec2:Restore* "
        "ec2:RunScheduledInstances ec2:Unassign* ec2:Unmonitor* elasticloadbalancing:* events:* "
        "iam:GetAccount* iam:GetContextKeys* iam:GetCredentialReport iam:ListAccountAliases "
        "iam:ListGroups iam:ListOpenIDConnectProviders iam:ListPolicies "
        "iam:ListPoliciesGrantingServiceAccess "
        "iam:ListRoles iam:ListSAMLProviders iam:ListServerCertificates iam:Simulate* "
        "iam:UpdateServerCertificate iam:UpdateSigningCertificate kinesis:ListStreams "
        "kms:CreateAlias kms:CreateKey kms:DeleteAlias kms:Describe* kms:GenerateRandom kms:Get* "
        "kms:List* kms:Encrypt kms:ReEncrypt* lambda:Create* lambda:Delete* lambda:Get* "
        "lambda:InvokeFunction lambda:List* lambda:PublishVersion lambda:Update* logs:* "
        "rds:Describe* rds:ListTagsForResource route53:* route53domains:* ses:* sns:* sqs:* "
        "trustedadvisor:*",
        "ec2:AcceptVpcPeeringConnection ec2:AttachInternetGateway ec2:Authorize* ec2:RebootInstances "
        "ec2:Reject* ec2:Revoke* ec2:RunInstances ec2:StartInstances ec2:StopInstances "
        "ec2:TerminateInstances",
        "s3:*",
        "iam:GetAccessKeyLastUsed iam:GetGroup* iam:GetInstanceProfile iam:GetLoginProfile "
        "iam:GetOpenIDConnectProvider iam:GetPolicy* iam:GetRole* iam:GetSAMLProvider "
        "iam:GetSSHPublicKey iam:GetServerCertificate iam:GetServiceLastAccessed* iam:GetUser* "
        "iam:ListAccessKeys iam:ListAttached* iam:ListEntitiesForPolicy iam:ListGroupPolicies "
        "iam:ListGroupsForUser iam:ListInstanceProfiles* iam:ListMFADevices "
        "iam:ListPolicyVersions iam:ListRolePolicies iam:ListSSHPublicKeys "
        "iam:ListSigningCertificates iam:ListUserPolicies iam:Upload*",
        "iam:GetRole iam:ListRoles iam:PassRole on arn:aws:iam::*:role/rds-monitoring-role "
        "arn:aws:iam::*:role/ec2-sysadmin-* arn:aws:iam::*:role/ecr-sysadmin-* "
        "arn:aws:iam::*:role/lambda-sysadmin-*",
        since="2016-11-10T17:23:54",
    ),
    row(
        "AWSDenyAll",
        "Deny all access.",
        "Deny *",
        since="2019-05-01T22:36:14",
    ),
    row(
        "root-task/IAMAuditRootUserCredentials",
        "Use this policy to audit the root user credentials of a member account.",
        "Deny Not iam:GetUser iam:GetLoginProfile iam:ListAccessKeys iam:GetAccessKeyLastUsed "
        "iam:ListMFADevices iam:ListSigningCertificates iam:GetAccountSummary",
        "iam:GetUser iam:GetLoginProfile iam:ListAccessKeys iam:GetAccessKeyLastUsed "
        "iam:ListMFADevices iam:ListSigningCertificates iam:GetAccountSummary",
        since="2024-11-15T00:00:00",
    ),
    row(
        "root-task/IAMCreateRootUserPassword",
        "Use this policy to let a member account get a root user password again.",
        "Deny Not iam:CreateLoginProfile iam:GetLoginProfile",
        "iam:CreateLoginProfile iam:GetLoginProfile",
        since="2024-11-15T00:00:00",
    ),
    row(
        "root-task/IAMDeleteRootUserCredentials",
        "Use this policy to delete the root user credentials of a member account.",
        "Deny Not iam:DeleteAccessKey iam:ListAccessKeys iam:DeleteLoginProfile iam:GetLoginProfile "
        "iam:DeactivateMFADevice iam:DeleteVirtualMFADevice iam:ListMFADevices "
        "iam:DeleteSigningCertificate iam:ListSigningCertificates iam:GetUser",
        "iam:DeleteAccessKey iam:ListAccessKeys iam:DeleteLoginProfile iam:GetLoginProfile "
        "iam:DeactivateMFADevice iam:DeleteVirtualMFADevice iam:ListMFADevices "
        "iam:DeleteSigningCertificate iam:ListSigningCertificates iam:GetUser",
        since="2024-11-15T00:00:00",
    ),
    row(
        "root-task/S3UnlockBucketPolicy",
        "Use this policy to remove a bucket policy that denies everybody.",
        "Deny Not s3:DeleteBucketPolicy s3:GetBucketPolicy s3:ListAllMyBuckets s3:PutBucketPolicy",
        "s3:DeleteBucketPolicy s3:GetBucketPolicy s3:ListAllMyBuckets s3:PutBucketPolicy",
        since="2024-11-15T00:00:00",
    ),
    row(
        "root-task/SQSUnlockQueuePolicy",
        "Use this policy to remove a queue policy that denies everybody.",
        "Deny Not sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ListQueues sqs:SetQueueAttributes",
        "sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ListQueues sqs:SetQueueAttributes",
        since="2024-11-15T00:00:00",
    ),
)
"""In no order: lists sort by name."""
