"""AWS managed policies for storage, compute, network and databases, and for the roles they assume."""

from __future__ import annotations

from typing import Final

from tutor.account.managed_rows import CONSOLE, ManagedRow, linked, row

__all__ = ["SERVICES"]


def _passed(*services: str) -> str:
    """Lets any role be handed to services."""
    listed = ", ".join(f'"{service}.amazonaws.com"' for service in services)
    return f'iam:PassRole if {{"StringLike": {{"iam:PassedToService": [{listed}]}}}}'


_LOGS: Final = "logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents"
_INTERFACES: Final = (
    "ec2:CreateNetworkInterface ec2:DescribeNetworkInterfaces ec2:DescribeSubnets "
    "ec2:DeleteNetworkInterface ec2:AssignPrivateIpAddresses ec2:UnassignPrivateIpAddresses"
)

SERVICES: Final[tuple[ManagedRow, ...]] = (
    ManagedRow(
        "AmazonS3FullAccess",
        f"Provides full access to all buckets {CONSOLE}",
        ("s3:* s3-object-lambda:*",),
        "v2",
        "2015-02-06T18:40:58",
        "2021-09-27T20:16:37",
        "ANPAIFIR6V6BVTRAHWINE",
    ),
    ManagedRow(
        "AmazonS3ReadOnlyAccess",
        f"Provides read only access to all buckets {CONSOLE}",
        ("s3:Get* s3:List* s3:Describe* s3-object-lambda:Get* s3-object-lambda:List*",),
        "v3",
        "2015-02-06T18:40:59",
        "2023-08-10T21:31:39",
        "ANPAIZTJ4DXE7G6AGAE6M",
    ),
    row(
        "AmazonEC2FullAccess",
        f"Provides full access to Amazon EC2 {CONSOLE}",
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
        f"Provides read only access to Amazon EC2 {CONSOLE}",
        "ec2:Describe*",
        "elasticloadbalancing:Describe*",
        "cloudwatch:ListMetrics cloudwatch:GetMetricStatistics cloudwatch:Describe*",
        "autoscaling:Describe*",
    ),
    row(
        "AmazonEC2ContainerRegistryFullAccess",
        "Provides administrative access to Amazon ECR resources",
        "ecr:* cloudtrail:LookupEvents",
        linked("replication.ecr", "replication.ecr.amazonaws.com/*"),
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
        f"Provides full access to Amazon VPC {CONSOLE}",
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
        f"Provides read only access to Amazon VPC {CONSOLE}",
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
        f"Provides full access to Amazon DynamoDB {CONSOLE}",
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
        f"Provides read only access to Amazon DynamoDB {CONSOLE}",
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
        f"Provides full access to Amazon RDS {CONSOLE}",
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
        f"Provides read only access to Amazon RDS {CONSOLE}",
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
)
"""In no order: lists sort by name."""
