"""AWS managed policies for single services, and for the roles that services assume."""

from __future__ import annotations

from typing import Final

from tutor.account.managed_rows import ManagedRow, row

__all__ = ["SERVICES"]


def _linked(service: str, name: str) -> str:
    """Lets a service's own role be made."""
    condition = f'{{"StringEquals": {{"iam:AWSServiceName": "{service}.amazonaws.com"}}}}'
    return f"iam:CreateServiceLinkedRole on arn:aws:iam::*:role/aws-service-role/{name} if {condition}"


def _passed(*services: str) -> str:
    """Lets any role be handed to services."""
    listed = ", ".join(f'"{service}.amazonaws.com"' for service in services)
    return f'iam:PassRole if {{"StringLike": {{"iam:PassedToService": [{listed}]}}}}'


_CONSOLE: Final = "via the AWS Management Console."
_LOGS: Final = "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents"
_INTERFACES: Final = (
    "ec2:CreateNetworkInterface ec2:DescribeNetworkInterfaces ec2:DescribeSubnets "
    "ec2:DeleteNetworkInterface ec2:AssignPrivateIpAddresses ec2:UnassignPrivateIpAddresses"
)

SERVICES: Final[tuple[ManagedRow, ...]] = (
    ManagedRow(
        "AmazonS3FullAccess",
        f"Provides full access to all buckets {_CONSOLE}",
        ("s3:* s3-object-lambda:*",),
        "v2",
        "2015-02-06T18:40:58",
        "2021-09-27T20:16:37",
        "ANPAIFIR6V6BVTRAHWINE",
    ),
    ManagedRow(
        "AmazonS3ReadOnlyAccess",
        f"Provides read only access to all buckets {_CONSOLE}",
        ("s3:Get* s3:List* s3:Describe* s3-object-lambda:Get* s3-object-lambda:List*",),
        "v3",
        "2015-02-06T18:40:59",
        "2023-08-10T21:31:39",
        "ANPAIZTJ4DXE7G6AGAE6M",
    ),
    row(
        "AmazonEC2FullAccess",
        f"Provides full access to Amazon EC2 {_CONSOLE}",
        "ec2:*",
        "elasticloadbalancing:*",
        "cloudwatch:*",
        "autoscaling:*",
        'iam:CreateServiceLinkedRole if {"StringEquals": {"iam:AWSServiceName": '
        '["autoscaling.amazonaws.com", "ec2scheduled.amazonaws.com", '
        '"elasticloadbalancing.amazonaws.com", "spot.amazonaws.com", "spotfleet.amazonaws.com", '
        '"transitgateway.amazonaws.com"]}}',
        version="v5",
    ),
    row(
        "AmazonEC2ReadOnlyAccess",
        f"Provides read only access to Amazon EC2 {_CONSOLE}",
        "ec2:Describe*",
        "elasticloadbalancing:Describe*",
        "cloudwatch:ListMetrics cloudwatch:GetMetricStatistics cloudwatch:Describe*",
        "autoscaling:Describe*",
    ),
    row(
        "AmazonEC2ContainerRegistryFullAccess",
        "Provides administrative access to Amazon ECR resources",
        "ecr:* cloudtrail:LookupEvents",
        _linked("replication.ecr", "replication.ecr.amazonaws.com/*"),
        since="2015-12-21T17:06:48",
    ),
    row(
        "AmazonEC2ContainerRegistryPowerUser",
        "Provides full access to Amazon EC2 Container Registry repositories, "
        "but does not allow repository deletion or policy changes.",
        "ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer "
        "ecr:GetRepositoryPolicy ecr:DescribeRepositories ecr:ListImages ecr:DescribeImages "
        "ecr:BatchGetImage ecr:GetLifecyclePolicy ecr:GetLifecyclePolicyPreview "
        "ecr:ListTagsForResource ecr:DescribeImageScanFindings ecr:InitiateLayerUpload "
        "ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage",
        since="2015-12-21T17:05:33",
    ),
    row(
        "AmazonEC2ContainerRegistryReadOnly",
        "Provides read-only access to Amazon EC2 Container Registry repositories.",
        "ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer "
        "ecr:GetRepositoryPolicy ecr:DescribeRepositories ecr:ListImages ecr:DescribeImages "
        "ecr:BatchGetImage ecr:GetLifecyclePolicy ecr:GetLifecyclePolicyPreview "
        "ecr:ListTagsForResource ecr:DescribeImageScanFindings",
        since="2015-12-21T17:04:15",
    ),
    row(
        "AutoScalingFullAccess",
        "Provides full access to Auto Scaling.",
        "autoscaling:*",
        "cloudwatch:PutMetricAlarm",
        "ec2:DescribeAccountAttributes ec2:DescribeAvailabilityZones ec2:DescribeImages "
        "ec2:DescribeInstanceAttribute ec2:DescribeInstances ec2:DescribeKeyPairs "
        "ec2:DescribeLaunchTemplateVersions ec2:DescribePlacementGroups "
        "ec2:DescribeSecurityGroups ec2:DescribeSpotInstanceRequests ec2:DescribeSubnets "
        "ec2:DescribeVpcClassicLink",
        "elasticloadbalancing:DescribeLoadBalancers elasticloadbalancing:DescribeTargetGroups",
        'iam:CreateServiceLinkedRole if {"StringEquals": '
        '{"iam:AWSServiceName": "autoscaling.amazonaws.com"}}',
        since="2017-01-12T19:31:58",
    ),
    row(
        "AutoScalingReadOnlyAccess",
        "Provides read-only access to Auto Scaling.",
        "autoscaling:Describe*",
        since="2017-01-12T19:39:35",
    ),
    row(
        "ElasticLoadBalancingFullAccess",
        "Provides full access to Amazon ElasticLoadBalancing, and limited access to other services "
        "necessary to provide ElasticLoadBalancing features.",
        "elasticloadbalancing:*",
        "ec2:DescribeAccountAttributes ec2:DescribeAddresses ec2:DescribeInternetGateways "
        "ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs "
        "ec2:DescribeVpcClassicLink ec2:DescribeInstances ec2:DescribeNetworkInterfaces "
        "ec2:DescribeClassicLinkInstances ec2:DescribeRouteTables cognito-idp:DescribeUserPoolClient",
        'iam:CreateServiceLinkedRole if {"StringEquals": '
        '{"iam:AWSServiceName": "elasticloadbalancing.amazonaws.com"}}',
        since="2018-09-20T20:42:07",
    ),
    row(
        "AmazonVPCFullAccess",
        f"Provides full access to Amazon VPC {_CONSOLE}",
        "ec2:AcceptVpc* ec2:AllocateAddress ec2:AssignIpv6Addresses ec2:AssignPrivateIpAddresses "
        "ec2:Associate* ec2:Attach*Gateway ec2:AttachNetworkInterface ec2:AuthorizeSecurityGroup* "
        "ec2:Create*Gateway ec2:CreateDhcpOptions ec2:CreateFlowLogs ec2:CreateNetwork* "
        "ec2:CreateRoute* ec2:CreateSecurityGroup ec2:CreateSubnet ec2:CreateTags ec2:CreateVpc* "
        "ec2:CreateVpn* ec2:Delete*Gateway ec2:DeleteDhcpOptions ec2:DeleteFlowLogs "
        "ec2:DeleteNetwork* ec2:DeleteRoute* ec2:DeleteSecurityGroup ec2:DeleteSubnet "
        "ec2:DeleteTags ec2:DeleteVpc* ec2:DeleteVpn* ec2:Describe* ec2:Detach*Gateway "
        "ec2:DetachNetworkInterface ec2:Disassociate* ec2:ModifySubnetAttribute ec2:ModifyVpc* "
        "ec2:ModifyNetworkInterfaceAttribute ec2:MoveAddressToVpc ec2:RejectVpc* "
        "ec2:ReleaseAddress ec2:Replace* ec2:RevokeSecurityGroup* ec2:Unassign*",
    ),
    row(
        "AmazonVPCReadOnlyAccess",
        f"Provides read only access to Amazon VPC {_CONSOLE}",
        "ec2:DescribeAccountAttributes ec2:DescribeAddresses ec2:DescribeAvailabilityZones "
        "ec2:DescribeCarrierGateways ec2:DescribeCustomerGateways ec2:DescribeDhcpOptions "
        "ec2:DescribeEgressOnlyInternetGateways ec2:DescribeFlowLogs "
        "ec2:DescribeInternetGateways ec2:DescribeManagedPrefixLists ec2:DescribeNatGateways "
        "ec2:DescribeNetwork* ec2:DescribePrefixLists ec2:DescribeRouteTables "
        "ec2:DescribeSecurityGroup* ec2:DescribeStaleSecurityGroups ec2:DescribeSubnets "
        "ec2:DescribeTags ec2:DescribeVpc* ec2:DescribeVpn* ec2:GetManagedPrefixList*",
    ),
    row(
        "AmazonDynamoDBFullAccess",
        f"Provides full access to Amazon DynamoDB {_CONSOLE}",
        "dynamodb:* dax:* application-autoscaling:* cloudwatch:DeleteAlarms "
        "cloudwatch:DescribeAlarmHistory cloudwatch:DescribeAlarms "
        "cloudwatch:DescribeAlarmsForMetric cloudwatch:GetMetricStatistics cloudwatch:ListMetrics "
        "cloudwatch:PutMetricAlarm cloudwatch:GetMetricData datapipeline:* ec2:DescribeVpcs "
        "ec2:DescribeSubnets ec2:DescribeSecurityGroups iam:GetRole iam:ListRoles kms:DescribeKey "
        "kms:ListAliases sns:CreateTopic sns:DeleteTopic sns:ListSubscriptions "
        "sns:ListSubscriptionsByTopic sns:ListTopics sns:Subscribe sns:Unsubscribe "
        "sns:SetTopicAttributes lambda:* resource-groups:* tag:GetResources kinesis:*",
        _passed("application-autoscaling", "dax"),
        version="v15",
    ),
    row(
        "AmazonDynamoDBReadOnlyAccess",
        f"Provides read only access to Amazon DynamoDB {_CONSOLE}",
        "application-autoscaling:Describe* cloudwatch:Describe* cloudwatch:GetMetric* "
        "cloudwatch:ListMetrics dax:Describe* dax:GetItem dax:BatchGetItem dax:Query dax:Scan "
        "dynamodb:BatchGetItem dynamodb:Describe* dynamodb:List* dynamodb:GetAbacStatus "
        "dynamodb:GetItem dynamodb:GetResourcePolicy dynamodb:Query dynamodb:Scan "
        "dynamodb:PartiQLSelect ec2:DescribeVpcs ec2:DescribeSubnets ec2:DescribeSecurityGroups "
        "iam:GetRole iam:ListRoles kms:DescribeKey kms:ListAliases sns:List* lambda:ListFunctions "
        "lambda:ListEventSourceMappings lambda:GetFunctionConfiguration tag:GetResources",
        version="v14",
    ),
    row(
        "AmazonRDSFullAccess",
        f"Provides full access to Amazon RDS {_CONSOLE}",
        "rds:* application-autoscaling:* cloudwatch:Describe* cloudwatch:GetMetric* "
        "cloudwatch:ListMetrics cloudwatch:PutMetricAlarm cloudwatch:DeleteAlarms "
        "ec2:DescribeAccountAttributes ec2:DescribeAvailabilityZones ec2:DescribeInternetGateways "
        "ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpc* sns:ListSubscriptions "
        "sns:ListTopics sns:Publish logs:DescribeLogStreams logs:GetLogEvents",
        "pi:* on arn:aws:pi:*:*:metrics/rds/*",
        'iam:CreateServiceLinkedRole if {"StringLike": {"iam:AWSServiceName": '
        '["rds.amazonaws.com", "rds.application-autoscaling.amazonaws.com"]}}',
        version="v14",
    ),
    row(
        "AmazonRDSReadOnlyAccess",
        f"Provides read only access to Amazon RDS {_CONSOLE}",
        "rds:Describe* rds:ListTagsForResource ec2:DescribeAccountAttributes "
        "ec2:DescribeAvailabilityZones ec2:DescribeInternetGateways ec2:DescribeSecurityGroups "
        "ec2:DescribeSubnets ec2:DescribeVpcAttribute ec2:DescribeVpcs",
        "cloudwatch:GetMetricStatistics cloudwatch:ListMetrics cloudwatch:GetMetricData "
        "logs:DescribeLogStreams logs:GetLogEvents devops-guru:GetResourceCollection",
    ),
    row(
        "AWSLambda_FullAccess",
        "Grants full access to AWS Lambda service, AWS Lambda console features, and other related "
        "AWS services.",
        "cloudformation:DescribeStacks cloudformation:ListStackResources cloudwatch:ListMetrics "
        "cloudwatch:GetMetricData ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs "
        "kms:ListAliases iam:GetPolicy iam:GetPolicyVersion iam:GetRole iam:GetRolePolicy "
        "iam:ListAttachedRolePolicies iam:ListRolePolicies iam:ListRoles lambda:* "
        "logs:DescribeLogGroups states:DescribeStateMachine states:ListStateMachines "
        "tag:GetResources xray:GetTraceSummaries xray:BatchGetTraces",
        'iam:PassRole if {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}',
        "logs:DescribeLogStreams logs:GetLogEvents logs:FilterLogEvents "
        "on arn:aws:logs:*:*:log-group:/aws/lambda/*",
        since="2020-11-17T21:14:08",
    ),
    row(
        "AWSLambda_ReadOnlyAccess",
        "Grants read-only access to AWS Lambda service, AWS Lambda console features, and other "
        "related AWS services.",
        "cloudformation:DescribeStacks cloudformation:ListStacks "
        "cloudformation:ListStackResources cloudwatch:GetMetricData cloudwatch:ListMetrics "
        "ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs kms:ListAliases "
        "iam:GetPolicy iam:GetPolicyVersion iam:GetRole iam:GetRolePolicy "
        "iam:ListAttachedRolePolicies iam:ListRolePolicies iam:ListRoles logs:DescribeLogGroups "
        "lambda:Get* lambda:List* states:DescribeStateMachine states:ListStateMachines "
        "tag:GetResources xray:GetTraceSummaries xray:BatchGetTraces",
        since="2020-11-17T21:10:32",
    ),
    row(
        "service-role/AWSLambdaBasicExecutionRole",
        "Provides write permissions to CloudWatch Logs.",
        _LOGS,
        since="2015-04-09T15:03:43",
    ),
    row(
        "service-role/AWSLambdaVPCAccessExecutionRole",
        "Provides minimum permissions for a Lambda function to execute while accessing a resource "
        "within a VPC - create, describe, delete network interfaces and write permissions to "
        "CloudWatch Logs.",
        f"{_LOGS} {_INTERFACES}",
        since="2016-02-11T23:15:26",
    ),
    row(
        "service-role/AWSLambdaSQSQueueExecutionRole",
        "Provides receive message, delete message, and read attribute access to SQS queues, and "
        "write permissions to CloudWatch logs.",
        f"sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes {_LOGS}",
        since="2018-06-14T21:50:45",
    ),
    row(
        "service-role/AWSLambdaDynamoDBExecutionRole",
        "Provides list and read access to DynamoDB streams and write permissions to CloudWatch logs.",
        f"dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams {_LOGS}",
        since="2015-04-09T15:09:29",
    ),
    row(
        "service-role/AWSLambdaRole",
        "Default policy for AWS Lambda service role.",
        "lambda:InvokeFunction",
        since="2015-02-06T18:41:28",
    ),
    row(
        "CloudWatchFullAccess",
        "Provides full access to CloudWatch.",
        "autoscaling:Describe* cloudwatch:* logs:* sns:* iam:GetPolicy iam:GetPolicyVersion "
        "iam:GetRole oam:ListSinks",
        _linked("events", "events.amazonaws.com/AWSServiceRoleForCloudWatchEvents*"),
        version="v4",
    ),
    row(
        "CloudWatchReadOnlyAccess",
        "Provides read only access to CloudWatch.",
        "application-autoscaling:DescribeScalingPolicies autoscaling:Describe* "
        "cloudwatch:BatchGet* cloudwatch:Describe* cloudwatch:GenerateQuery cloudwatch:Get* "
        "cloudwatch:List* logs:Get* logs:List* logs:StartQuery logs:StopQuery logs:Describe* "
        "logs:TestMetricFilter logs:FilterLogEvents oam:ListSinks sns:Get* sns:List*",
        version="v6",
    ),
    row(
        "CloudWatchLogsFullAccess",
        "Provides full access to CloudWatch Logs",
        "logs:* cloudwatch:GenerateQuery",
        version="v2",
    ),
    row(
        "CloudWatchLogsReadOnlyAccess",
        "Provides read only access to CloudWatch Logs",
        "logs:Describe* logs:Get* logs:List* logs:StartQuery logs:StopQuery logs:TestMetricFilter "
        "logs:FilterLogEvents logs:StartLiveTail logs:StopLiveTail cloudwatch:GenerateQuery",
        version="v5",
    ),
    row(
        "CloudWatchAgentServerPolicy",
        "Permissions required to use AmazonCloudWatchAgent on servers",
        "cloudwatch:PutMetricData ec2:DescribeVolumes ec2:DescribeTags logs:PutLogEvents "
        "logs:PutRetentionPolicy logs:DescribeLogStreams logs:DescribeLogGroups "
        "logs:CreateLogStream logs:CreateLogGroup xray:PutTraceSegments "
        "xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets "
        "xray:GetSamplingStatisticSummaries",
        "ssm:GetParameter on arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*",
        since="2018-03-07T01:06:44",
        version="v3",
    ),
    row("AmazonSQSFullAccess", f"Provides full access to Amazon SQS {_CONSOLE}", "sqs:*"),
    row(
        "AmazonSQSReadOnlyAccess",
        f"Provides read only access to Amazon SQS {_CONSOLE}",
        "sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ListDeadLetterSourceQueues sqs:ListQueues "
        "sqs:ListMessageMoveTasks sqs:ListQueueTags",
        version="v3",
    ),
    row("AmazonSNSFullAccess", f"Provides full access to Amazon SNS {_CONSOLE}", "sns:*"),
    row(
        "AmazonSNSReadOnlyAccess",
        f"Provides read only access to Amazon SNS {_CONSOLE}",
        "sns:GetTopicAttributes sns:List* sns:CheckIfPhoneNumberIsOptedOut "
        "sns:GetEndpointAttributes sns:GetDataProtectionPolicy "
        "sns:GetPlatformApplicationAttributes sns:GetSMSAttributes "
        "sns:GetSMSSandboxAccountStatus sns:GetSubscriptionAttributes",
        version="v2",
    ),
    row(
        "AWSCloudTrail_FullAccess",
        "Provides full access to AWS CloudTrail.",
        "sns:AddPermission sns:CreateTopic sns:SetTopicAttributes sns:GetTopicAttributes "
        "on arn:aws:sns:*:*:aws-cloudtrail-logs*",
        "sns:ListTopics",
        "s3:CreateBucket s3:PutBucketPolicy s3:PutBucketPublicAccessBlock "
        "on arn:aws:s3:::aws-cloudtrail-logs*",
        "s3:ListAllMyBuckets s3:GetBucketLocation s3:GetBucketPolicy",
        "cloudtrail:*",
        "logs:CreateLogGroup on arn:aws:logs:*:*:log-group:aws-cloudtrail-logs*",
        "iam:ListRoles iam:GetRolePolicy iam:GetUser",
        'iam:PassRole if {"StringEquals": {"iam:PassedToService": "cloudtrail.amazonaws.com"}}',
        "kms:CreateKey kms:CreateAlias kms:ListKeys kms:ListAliases",
        "lambda:ListFunctions",
        "dynamodb:ListGlobalTables dynamodb:ListTables",
        since="2021-02-09T22:44:37",
    ),
    row(
        "AWSCloudTrail_ReadOnlyAccess",
        "Provides read only access to AWS CloudTrail.",
        "cloudtrail:Get* cloudtrail:Describe* cloudtrail:List* cloudtrail:LookupEvents",
        since="2022-06-14T17:19:52",
    ),
    row(
        "AmazonSSMManagedInstanceCore",
        "The policy for Amazon EC2 Role to enable AWS Systems Manager service core functionality.",
        "ssm:DescribeAssociation ssm:GetDeployablePatchSnapshotForInstance ssm:GetDocument "
        "ssm:DescribeDocument ssm:GetManifest ssm:GetParameter ssm:GetParameters "
        "ssm:ListAssociations ssm:ListInstanceAssociations ssm:PutInventory "
        "ssm:PutComplianceItems ssm:PutConfigurePackageResult ssm:UpdateAssociationStatus "
        "ssm:UpdateInstanceAssociationStatus ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel "
        "ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel",
        "ec2messages:AcknowledgeMessage ec2messages:DeleteMessage ec2messages:FailMessage "
        "ec2messages:GetEndpoint ec2messages:GetMessages ec2messages:SendReply",
        since="2019-03-15T17:22:12",
        version="v2",
    ),
    row(
        "AmazonSSMReadOnlyAccess",
        "Provides read only access to Amazon SSM.",
        "ssm:Describe* ssm:Get* ssm:List*",
        since="2015-05-29T17:44:19",
    ),
    row(
        "AWSKeyManagementServicePowerUser",
        "Provides access to AWS Key Management Service (KMS).",
        "kms:CreateAlias kms:CreateKey kms:DeleteAlias kms:Describe* kms:GenerateRandom kms:Get* "
        "kms:List* kms:TagResource kms:UntagResource iam:ListGroups iam:ListRoles iam:ListUsers",
        version="v2",
    ),
    row(
        "SecretsManagerReadWrite",
        f"Provides read/write access to AWS Secrets Manager {_CONSOLE}",
        "secretsmanager:* cloudformation:CreateChangeSet cloudformation:DescribeChangeSet "
        "cloudformation:DescribeStackResource cloudformation:DescribeStacks "
        "cloudformation:ExecuteChangeSet ec2:DescribeSecurityGroups ec2:DescribeSubnets "
        "ec2:DescribeVpcs kms:DescribeKey kms:ListAliases kms:ListKeys lambda:ListFunctions "
        "rds:DescribeDBClusters rds:DescribeDBInstances tag:GetResources",
        since="2018-04-04T18:05:29",
        version="v5",
    ),
    row(
        "AWSBillingReadOnlyAccess",
        "Allows users to view bills on the Billing Console.",
        "account:GetAccountInformation aws-portal:ViewBilling budgets:Describe* budgets:View* "
        "billing:Get* billing:List* ce:Describe* ce:Get* ce:List* freetier:Get* invoicing:Get* "
        "invoicing:List* payments:Get* payments:List* tax:Get* tax:List*",
        since="2020-08-27T20:08:36",
    ),
    row(
        "AWSSupportAccess",
        "Allows users to access the AWS Support Center.",
        "support:*",
        since="2015-02-06T18:41:11",
    ),
    row(
        "AWSOrganizationsFullAccess",
        "Provides full access to AWS Organizations.",
        "organizations:*",
        "account:PutAlternateContact account:DeleteAlternateContact account:GetAlternateContact "
        "account:GetContactInformation account:PutContactInformation account:ListRegions "
        "account:EnableRegion account:DisableRegion",
        _linked("organizations", "organizations.amazonaws.com/*"),
        since="2018-11-06T20:31:57",
    ),
    row(
        "AWSOrganizationsReadOnlyAccess",
        "Provides read-only access to AWS Organizations.",
        "organizations:Describe* organizations:List*",
        "account:GetAlternateContact account:GetContactInformation account:ListRegions "
        "account:GetRegionOptStatus account:GetPrimaryEmail",
        since="2018-11-06T20:32:38",
    ),
    row(
        "service-role/AmazonECSTaskExecutionRolePolicy",
        "Provides access to other AWS service resources that are required to run Amazon ECS tasks",
        "ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer "
        "ecr:BatchGetImage logs:CreateLogStream logs:PutLogEvents",
        since="2017-11-16T18:48:22",
    ),
    row(
        "service-role/AmazonEC2ContainerServiceforEC2Role",
        "Default policy for the Amazon EC2 Role for Amazon EC2 Container Service.",
        "ec2:DescribeTags ecs:CreateCluster ecs:DeregisterContainerInstance "
        "ecs:DiscoverPollEndpoint ecs:Poll ecs:RegisterContainerInstance "
        "ecs:StartTelemetrySession ecs:UpdateContainerInstancesState ecs:Submit* "
        "ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer "
        "ecr:BatchGetImage logs:CreateLogStream logs:PutLogEvents",
        since="2015-03-19T18:45:18",
    ),
    row(
        "AWSCodeCommitPowerUser",
        "Provides full access to AWS CodeCommit repositories, but does not allow repository deletion.",
        "codecommit:AssociateApprovalRuleTemplateWithRepository codecommit:Batch* "
        "codecommit:Create* codecommit:DeleteBranch codecommit:DeleteFile codecommit:Describe* "
        "codecommit:Get* codecommit:List* codecommit:Merge* codecommit:Post* codecommit:Put* "
        "codecommit:TagResource codecommit:Test* codecommit:UntagResource codecommit:Update* "
        "codecommit:GitPull codecommit:GitPush",
        "iam:ListUsers iam:ListAccessKeys iam:ListSSHPublicKeys iam:ListServiceSpecificCredentials",
        since="2015-07-09T17:06:49",
    ),
    row(
        "AmazonRoute53FullAccess",
        f"Provides full access to all Amazon Route 53 {_CONSOLE}",
        "route53:* route53domains:* cloudfront:ListDistributions "
        "elasticloadbalancing:DescribeLoadBalancers "
        "elasticbeanstalk:DescribeEnvironments s3:ListBucket s3:GetBucketLocation "
        "s3:GetBucketWebsite ec2:DescribeVpcs ec2:DescribeVpcEndpoints ec2:DescribeRegions "
        "sns:ListTopics sns:ListSubscriptionsByTopic cloudwatch:DescribeAlarms "
        "cloudwatch:GetMetricStatistics",
        "apigateway:GET on arn:aws:apigateway:*::/domainnames",
    ),
    row(
        "AmazonRoute53ReadOnlyAccess",
        f"Provides read only access to all Amazon Route 53 {_CONSOLE}",
        "route53:Get* route53:List* route53:TestDNSAnswer",
    ),
    row(
        "AmazonAPIGatewayAdministrator",
        f"Provides full access to create/edit/delete APIs in Amazon API Gateway {_CONSOLE}",
        "apigateway:* on arn:aws:apigateway:*::/*",
        since="2015-07-09T17:34:45",
    ),
    row(
        "AWSCloudFormationFullAccess",
        "Provides full access to AWS CloudFormation.",
        "cloudformation:*",
        since="2019-07-26T21:50:24",
    ),
    row(
        "AWSCloudFormationReadOnlyAccess",
        f"Provides access to AWS CloudFormation {_CONSOLE}",
        "cloudformation:Describe* cloudformation:EstimateTemplateCost cloudformation:Get* "
        "cloudformation:List* cloudformation:ValidateTemplate cloudformation:Detect*",
    ),
    row(
        "AWSXRayDaemonWriteAccess",
        "Allow the AWS X-Ray Daemon to relay raw trace segments data to the service's API.",
        "xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules "
        "xray:GetSamplingTargets xray:GetSamplingStatisticSummaries",
        since="2018-08-28T23:00:33",
    ),
    row("AmazonSESFullAccess", f"Provides full access to Amazon SES {_CONSOLE}", "ses:*"),
    row(
        "AWSCertificateManagerReadOnly",
        "Provides read only access to AWS Certificate Manager (ACM).",
        "acm:DescribeCertificate acm:ListCertificates acm:GetCertificate "
        "acm:ListTagsForCertificate acm:GetAccountConfiguration",
        since="2016-01-21T17:07:33",
    ),
)
"""In no order: lists sort by name."""
