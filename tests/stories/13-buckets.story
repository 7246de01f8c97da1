# A shelf for the photos: buckets, objects, tags and who may look
file cat.txt
    meow
file public.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::moon-photos/cats/*"}}

; a bucket's name belongs to one account in all of AWS
$ aws s3api create-bucket --bucket moon-photos
? Location -> "/moon-photos"
$ aws s3api create-bucket --bucket Moon_Photos
! InvalidBucketName CreateBucket: The specified bucket is not valid.
$ aws s3api create-bucket --bucket ab
! InvalidBucketName CreateBucket: The specified bucket is not valid.
$ aws s3api create-bucket --bucket 192.168.0.1
! InvalidBucketName CreateBucket: The specified bucket is not valid.
$ aws s3api create-bucket --bucket moon-seoul --region ap-northeast-2
! IllegalLocationConstraintException CreateBucket: The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.
$ aws s3api create-bucket --bucket moon-seoul --region ap-northeast-2 --create-bucket-configuration LocationConstraint=ap-northeast-2
? Location ~> .*moon-seoul.*
$ aws s3api create-bucket --bucket moon-seoul --region ap-northeast-2 --create-bucket-configuration LocationConstraint=ap-northeast-2
! BucketAlreadyOwnedByYou CreateBucket: Your previous request to create the named bucket succeeded and you already own it.
$ aws s3api get-bucket-location --bucket moon-seoul
? LocationConstraint -> "ap-northeast-2"
$ aws s3api get-bucket-location --bucket moon-photos
? LocationConstraint -> null
$ aws s3 rb s3://moon-seoul --region ap-northeast-2
= remove_bucket: moon-seoul

; objects
$ aws s3 cp cat.txt s3://moon-photos/cats/cat.txt --no-progress
~ upload: \./cat\.txt to s3://moon-photos/cats/cat\.txt
$ aws s3api put-object --bucket moon-photos --key dogs/dog.txt
? ETag -> "\"d41d8cd98f00b204e9800998ecf8427e\""
? ServerSideEncryption -> "AES256"
$ aws s3api list-objects-v2 --bucket moon-photos --query Contents[].Key
? @ -> ["cats/cat.txt", "dogs/dog.txt"]
$ aws s3api list-objects-v2 --bucket moon-photos --delimiter / --query CommonPrefixes[].Prefix
? @ -> ["cats/", "dogs/"]
$ aws s3api get-object --bucket moon-photos --key cats/cat.txt copy.txt
? ContentLength -> 5
? ContentType -> "text/plain"
? ETag -> "\"ad606d6a24a2dec982bc2993aaaf9160\""
save COPY file copy.txt
$ aws s3api get-object --bucket moon-photos --key birds/bird.txt copy.txt
! NoSuchKey GetObject: The specified key does not exist.
$ aws s3api head-object --bucket moon-photos --key birds/bird.txt
! 404 HeadObject: Not Found
$ aws s3api get-object --bucket moon-photos-of-nobody --key cats/cat.txt copy.txt
! NoSuchBucket GetObject: The specified bucket does not exist
$ aws s3 ls s3://moon-photos-of-nobody
! NoSuchBucket ListObjectsV2: The specified bucket does not exist
$ aws s3api delete-object --bucket moon-photos --key birds/bird.txt
quiet
$ aws s3api delete-bucket --bucket moon-photos
! BucketNotEmpty DeleteBucket: The bucket you tried to delete is not empty
$ aws s3 rb s3://moon-photos
rc 1
err~ remove_bucket failed: s3://moon-photos An error occurred \(BucketNotEmpty\) when calling the DeleteBucket operation: The bucket you tried to delete is not empty
$ aws s3 cp missing.txt s3://moon-photos/
rc 255
err The user-provided path missing.txt does not exist.

; tags
$ aws s3api get-bucket-tagging --bucket moon-photos
! NoSuchTagSet GetBucketTagging: The TagSet does not exist
$ aws s3api put-bucket-tagging --bucket moon-photos --tagging 'TagSet=[{Key=team,Value=moon},{Key=team,Value=sun}]'
! InvalidTag PutBucketTagging: Cannot provide multiple Tags with the same key
$ aws s3api put-bucket-tagging --bucket moon-photos --tagging 'TagSet=[{Key=team,Value=moon}]'
quiet
$ aws s3api get-bucket-tagging --bucket moon-photos
? TagSet -> [{"Key": "team", "Value": "moon"}]
$ aws s3api put-object-tagging --bucket moon-photos --key cats/cat.txt --tagging 'TagSet=[{Key=pet,Value=cat}]'
quiet
$ aws s3api get-object-tagging --bucket moon-photos --key cats/cat.txt
? TagSet -> [{"Key": "pet", "Value": "cat"}]

; a policy for everybody, and the block in front of it
$ aws s3api get-bucket-policy --bucket moon-photos
! NoSuchBucketPolicy GetBucketPolicy: The bucket policy does not exist
$ aws s3api get-public-access-block --bucket moon-photos --query PublicAccessBlockConfiguration.BlockPublicPolicy
? @ -> true
$ aws s3api put-bucket-policy --bucket moon-photos --policy file://public.json
! AccessDenied PutBucketPolicy: User: arn:aws:iam::111111111111:root is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::moon-photos" because public policies are blocked by the BlockPublicPolicy block public access setting.
$ aws s3api delete-public-access-block --bucket moon-photos
quiet
$ aws s3api get-public-access-block --bucket moon-photos
! NoSuchPublicAccessBlockConfiguration GetPublicAccessBlock: The public access block configuration was not found
$ aws s3api put-bucket-policy --bucket moon-photos --policy file://public.json
quiet
$ aws s3api get-bucket-policy-status --bucket moon-photos
? PolicyStatus.IsPublic -> true
$ aws --no-sign-request s3api get-object --bucket moon-photos --key cats/cat.txt copy.txt
? ContentLength -> 5
$ aws --no-sign-request s3api get-object --bucket moon-photos --key dogs/dog.txt copy.txt
! AccessDenied GetObject: Access Denied
$ aws --no-sign-request s3api list-objects-v2 --bucket moon-photos
! AccessDenied ListObjectsV2: Access Denied
$ aws s3api put-public-access-block --bucket moon-photos --public-access-block-configuration RestrictPublicBuckets=true
quiet
$ aws --no-sign-request s3api get-object --bucket moon-photos --key cats/cat.txt copy.txt
! AccessDenied GetObject: Access Denied
$ aws s3api delete-bucket-policy --bucket moon-photos
quiet

; policies that S3 does not take
$ aws s3api put-bucket-policy --bucket moon-photos --policy '{not json'
! MalformedPolicy PutBucketPolicy: Policies must be valid JSON and the first byte must be '{'
$ aws s3api put-bucket-policy --bucket moon-photos --policy '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::moon-photos/*"}}'
! MalformedPolicy PutBucketPolicy: Missing required field Principal
$ aws s3api put-bucket-policy --bucket moon-photos --policy '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::sun-photos/*"}}'
! MalformedPolicy PutBucketPolicy: Policy has invalid resource
$ aws s3api put-bucket-policy --bucket moon-photos --policy '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "iam:GetUser", "Resource": "arn:aws:s3:::moon-photos/*"}}'
! MalformedPolicy PutBucketPolicy: Policy has invalid action
$ aws s3api put-bucket-policy --bucket moon-photos --policy '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/ghost"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::moon-photos/*"}}'
! MalformedPolicy PutBucketPolicy: Invalid principal in policy

; whether a key is free is told only to whoever may list the bucket
$ aws iam create-user --user-name lina
? User.UserName -> "lina"
$ aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
save LINA keys AccessKey
$ aws iam put-user-policy --user-name lina --policy-name read --policy-document '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::moon-photos/*"}}'
quiet
$ {LINA} aws s3api get-object --bucket moon-photos --key cats/cat.txt copy.txt
? ContentLength -> 5
$ {LINA} aws s3api get-object --bucket moon-photos --key birds/bird.txt copy.txt
!~ AccessDenied GetObject: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::moon-photos" because no identity-based policy allows the s3:ListBucket action
$ {LINA} aws s3api put-object --bucket moon-photos --key cats/tom.txt
! AccessDenied PutObject: User: arn:aws:iam::111111111111:user/lina is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::moon-photos/cats/tom.txt" because no identity-based policy allows the s3:PutObject action
; by the newer signature; at an endpoint of one's own the CLI, version 1, takes the older one
$ {LINA} aws s3 presign s3://moon-photos/cats/cat.txt --expires-in 60
~ http.*/cats/cat\.txt\?(X-Amz-Algorithm=AWS4-HMAC-SHA256&.*&X-Amz-Expires=60&.*|AWSAccessKeyId=AKIA.*&Signature=.*&Expires=\d+)

; the shelf is emptied, then taken down
$ aws s3 rm s3://moon-photos --recursive --quiet
quiet
$ aws s3api list-objects-v2 --bucket moon-photos --query Contents
? @ -> null
$ aws s3api delete-bucket --bucket moon-photos
quiet
$ aws s3api get-bucket-location --bucket moon-photos
! NoSuchBucket GetBucketLocation: The specified bucket does not exist
