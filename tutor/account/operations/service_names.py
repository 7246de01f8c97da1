"""Services by namespace, as last-accessed reports name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["SERVICE_NAMES"]

SERVICE_NAMES: Final[Mapping[str, str]] = {
    "access-analyzer": "AWS IAM Access Analyzer",
    "account": "AWS Account Management",
    "acm": "AWS Certificate Manager",
    "apigateway": "Amazon API Gateway Management",
    "autoscaling": "Amazon EC2 Auto Scaling",
    "aws-portal": "AWS Billing",
    "budgets": "AWS Budget Service",
    "ce": "AWS Cost Explorer Service",
    "cloudformation": "AWS CloudFormation",
    "cloudfront": "Amazon CloudFront",
    "cloudtrail": "AWS CloudTrail",
    "cloudwatch": "Amazon CloudWatch",
    "codecommit": "AWS CodeCommit",
    "config": "AWS Config",
    "dynamodb": "Amazon DynamoDB",
    "ec2": "Amazon EC2",
    "ecr": "Amazon Elastic Container Registry",
    "ecs": "Amazon Elastic Container Service",
    "eks": "Amazon Elastic Kubernetes Service",
    "elasticloadbalancing": "Elastic Load Balancing",
    "events": "Amazon EventBridge",
    "glue": "AWS Glue",
    "iam": "AWS Identity and Access Management",
    "kms": "AWS Key Management Service",
    "lambda": "AWS Lambda",
    "logs": "Amazon CloudWatch Logs",
    "organizations": "AWS Organizations",
    "rds": "Amazon RDS",
    "route53": "Amazon Route 53",
    "s3": "Amazon S3",
    "secretsmanager": "AWS Secrets Manager",
    "sns": "Amazon SNS",
    "sqs": "Amazon SQS",
    "ssm": "AWS Systems Manager",
    "sts": "AWS Security Token Service",
    "support": "AWS Support",
}
"""Those that policies of learners name; the sandbox knows requests to some of them only."""
