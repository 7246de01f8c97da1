"""AWS managed policies for monitoring, messages, keys, billing and delivery."""

from __future__ import annotations

from typing import Final

from tutor.account.managed_rows import CONSOLE, ManagedRow, linked, row

__all__ = ["TOOLS"]

TOOLS: Final[tuple[ManagedRow, ...]] = (
    row(
        "CloudWatchFullAccess",
        "Provides full access to CloudWatch.",
        "autoscaling:Describe* cloudwatch:* logs:* sns:* iam:GetPolicy iam:GetPolicyVersion "
        "iam:GetRole oam:ListSinks",
        linked("events", "events.amazonaws.com/AWSServiceRoleForCloudWatchEvents*"),
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
    row("AmazonSQSFullAccess", f"Provides full access to Amazon SQS {CONSOLE}", "sqs:*"),
    row(
        "AmazonSQSReadOnlyAccess",
        f"Provides read only access to Amazon SQS {CONSOLE}",
        "sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ListDeadLetterSourceQueues sqs:ListQueues "
        "sqs:ListMessageMoveTasks sqs:ListQueueTags",
        version="v3",
    ),
    row("AmazonSNSFullAccess", f"Provides full access to Amazon SNS {CONSOLE}", "sns:*"),
    row(
        "AmazonSNSReadOnlyAccess",
        f"Provides read only access to Amazon SNS {CONSOLE}",
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
        f"Provides read/write access to AWS Secrets Manager {CONSOLE}",
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
        linked("organizations", "organizations.amazonaws.com/*"),
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
        f"Provides full access to all Amazon Route 53 {CONSOLE}",
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
        f"Provides read only access to all Amazon Route 53 {CONSOLE}",
        "route53:Get* route53:List* route53:TestDNSAnswer",
    ),
    row(
        "AmazonAPIGatewayAdministrator",
        f"Provides full access to create/edit/delete APIs in Amazon API Gateway {CONSOLE}",
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
        f"Provides access to AWS CloudFormation {CONSOLE}",
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
    row("AmazonSESFullAccess", f"Provides full access to Amazon SES {CONSOLE}", "ses:*"),
    row(
        "AWSCertificateManagerReadOnly",
        "Provides read only access to AWS Certificate Manager (ACM).",
        "acm:DescribeCertificate acm:ListCertificates acm:GetCertificate "
        "acm:ListTagsForCertificate acm:GetAccountConfiguration",
        since="2016-01-21T17:07:33",
    ),
)
"""In no order: lists sort by name."""
