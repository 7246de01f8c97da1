# Who could and who did: simulation, context keys, services last accessed
file photos.json
    {"Version": "2012-10-17", "Statement": [
      {"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::photos/*"},
      {"Sid": "Tagged", "Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::photos/*",
       "Condition": {"StringEquals": {"aws:PrincipalTag/team": "tide"}}},
      {"Sid": "NoSecrets", "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::photos/secret/*"}]}
; a list of policies is a JSON list of texts, as the CLI reads it from a file
file policies.json
    ["{\"Version\": \"2012-10-17\", \"Statement\": [\n  {\"Sid\": \"Read\", \"Effect\": \"Allow\", \"Action\": \"s3:Get*\", \"Resource\": \"arn:aws:s3:::photos/*\"},\n  {\"Sid\": \"Tagged\", \"Effect\": \"Allow\", \"Action\": \"s3:PutObject\", \"Resource\": \"arn:aws:s3:::photos/*\",\n   \"Condition\": {\"StringEquals\": {\"aws:PrincipalTag/team\": \"tide\"}}},\n  {\"Sid\": \"NoSecrets\", \"Effect\": \"Deny\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::photos/secret/*\"}]}\n"]
$ aws iam simulate-custom-policy --policy-input-list file://policies.json --action-names s3:GetObject s3:DeleteObject --resource-arns arn:aws:s3:::photos/cat.jpg
? EvaluationResults[].[EvalActionName, EvalDecision] -> [["s3:GetObject", "allowed"], ["s3:DeleteObject", "implicitDeny"]]
? EvaluationResults[0].MatchedStatements[0].SourcePolicyId -> "PolicyInputList.1"
? EvaluationResults[1].MatchedStatements -> []
$ aws iam simulate-custom-policy --policy-input-list file://policies.json --action-names s3:GetObject --resource-arns arn:aws:s3:::photos/secret/plan.txt
? EvaluationResults[0].EvalDecision -> "explicitDeny"
? EvaluationResults[0].MatchedStatements[0].StartPosition.Line -> 5
$ aws iam simulate-custom-policy --policy-input-list file://policies.json --action-names s3:PutObject --resource-arns arn:aws:s3:::photos/cat.jpg
? EvaluationResults[0].EvalDecision -> "implicitDeny"
? EvaluationResults[0].MissingContextValues -> ["aws:PrincipalTag/team"]
$ aws iam simulate-custom-policy --policy-input-list file://policies.json --action-names s3:PutObject --resource-arns arn:aws:s3:::photos/cat.jpg --context-entries ContextKeyName=aws:PrincipalTag/team,ContextKeyValues=tide,ContextKeyType=string
? EvaluationResults[0].EvalDecision -> "allowed"
$ aws iam simulate-custom-policy --policy-input-list '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:List*", "Resource": "*"}}' --action-names iam:ListUsers --permissions-boundary-policy-input-list file://policies.json
? EvaluationResults[0].EvalDecision -> "implicitDeny"
? EvaluationResults[0].PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary -> false
$ aws iam simulate-custom-policy --policy-input-list '{"Version": "2012-10-17"' --action-names s3:GetObject
!~ InvalidInput SimulateCustomPolicy: .*
$ aws iam simulate-custom-policy --policy-input-list file://policies.json --action-names GetObject
!~ InvalidInput SimulateCustomPolicy: .*
$ aws iam simulate-custom-policy --policy-input-list file://policies.json
rc 2
err aws: error: the following arguments are required: --action-names
$ aws iam get-context-keys-for-custom-policy --policy-input-list file://policies.json
? ContextKeyNames -> ["aws:PrincipalTag/team"]
; of a user
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam create-access-key --user-name kim
? AccessKey.UserName -> "kim"
save KIM keys AccessKey
$ aws iam put-user-policy --user-name kim --policy-name photos --policy-document file://photos.json
quiet
$ aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111111111111:user/kim --action-names s3:GetObject iam:ListUsers --resource-arns arn:aws:s3:::photos/cat.jpg
? EvaluationResults[].EvalDecision -> ["allowed", "implicitDeny"]
? EvaluationResults[0].MatchedStatements[0].SourcePolicyType -> "IAM Policy"
$ aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111111111111:user/nobody --action-names s3:GetObject
! NoSuchEntity SimulatePrincipalPolicy: The user with name nobody cannot be found.
$ aws iam simulate-principal-policy --policy-source-arn kim-in-the-crew-of-the-moon --action-names s3:GetObject
!~ InvalidInput SimulatePrincipalPolicy: .*
$ aws iam get-context-keys-for-principal-policy --policy-source-arn arn:aws:iam::111111111111:user/kim
? ContextKeyNames -> ["aws:PrincipalTag/team"]
$ aws iam get-context-keys-for-principal-policy --policy-source-arn arn:aws:iam::111111111111:user/nobody
! NoSuchEntity GetContextKeysForPrincipalPolicy: The user with name nobody cannot be found.
$ {KIM} aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111111111111:user/kim --action-names s3:GetObject
! AccessDenied SimulatePrincipalPolicy: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:SimulatePrincipalPolicy on resource: arn:aws:iam::111111111111:user/kim because no identity-based policy allows the iam:SimulatePrincipalPolicy action
; what was really done
$ {KIM} aws s3api list-buckets
! AccessDenied ListBuckets: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action
$ clock +4h
$ aws iam generate-service-last-accessed-details --arn arn:aws:iam::111111111111:user/kim
? JobId ~> [0-9a-f]{8}-.*
save JOB JobId
$ aws iam get-service-last-accessed-details --job-id {JOB}
? JobStatus -> "COMPLETED"
? ServicesLastAccessed[?ServiceNamespace=='s3'].LastAuthenticatedEntity -> ["arn:aws:iam::111111111111:user/kim"]
? ServicesLastAccessed[?ServiceNamespace=='iam'] -> []
$ aws iam get-service-last-accessed-details-with-entities --job-id {JOB} --service-namespace s3
? EntityDetailsList[].EntityInfo.Name -> ["kim"]
$ aws iam get-service-last-accessed-details --job-id 01234567-89ab-cdef-0123-456789abcdef
!~ NoSuchEntity GetServiceLastAccessedDetails: .*
$ aws iam generate-service-last-accessed-details --arn arn:aws:iam::111111111111:user/nobody
!~ NoSuchEntity GenerateServiceLastAccessedDetails: .*
$ aws iam list-policies-granting-service-access --arn arn:aws:iam::111111111111:user/kim --service-namespaces s3 iam
? PoliciesGrantingServiceAccess[].[ServiceNamespace, Policies[].PolicyName] -> [["s3", ["photos"]], ["iam", []]]
$ aws iam list-policies-granting-service-access --arn arn:aws:iam::111111111111:user/nobody --service-namespaces s3
!~ NoSuchEntity ListPoliciesGrantingServiceAccess: .*
