"""What a learner might write with boto3: each story is a script that ends well or says why not."""

from typing import Final

HEAD: Final = """
import json, boto3, botocore
iam, sts, s3 = boto3.client("iam"), boto3.client("sts"), boto3.client("s3")
def refused(code, call, **parameters):
    try:
        call(**parameters)
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response["Error"]["Message"]
    raise AssertionError(f"{call} was not refused")
def allow(*actions, resource="*", **more):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": list(actions), "Resource": resource, **more}]})
def trust(arn):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": arn}, "Action": "sts:AssumeRole"}]})
def session(keys):
    return boto3.session.Session(keys.get("AccessKeyId"), keys["SecretAccessKey"], keys.get("SessionToken"))
"""

STORIES: Final = {
    "users and their pages": """
for number in range(45):
    iam.create_user(UserName=f"user{number:02}")
pages = list(iam.get_paginator("list_users").paginate(PaginationConfig={"PageSize": 20}))
assert [len(page["Users"]) for page in pages] == [20, 20, 5]
refused("EntityAlreadyExists", iam.create_user, UserName="user00")
refused("NoSuchEntity", iam.get_user, UserName="nobody")
""",
    "waiters": """
iam.create_user(UserName="kim")
iam.get_waiter("user_exists").wait(UserName="kim", WaiterConfig={"Delay": 0, "MaxAttempts": 1})
s3.create_bucket(Bucket="moon-waits")
s3.get_waiter("bucket_exists").wait(Bucket="moon-waits", WaiterConfig={"Delay": 0, "MaxAttempts": 1})
once = {"Delay": 0, "MaxAttempts": 1}
s3.get_waiter("object_not_exists").wait(Bucket="moon-waits", Key="x", WaiterConfig=once)
""",
    "the resource API": """
resource = boto3.resource("iam")
user = resource.create_user(UserName="kim")
group = resource.create_group(GroupName="readers")
policy = resource.create_policy(PolicyName="Read", PolicyDocument=allow("s3:GetObject"))
group.attach_policy(PolicyArn=policy.arn)
group.add_user(UserName="kim")
assert [one.name for one in user.groups.all()] == ["readers"]
assert [one.arn for one in group.attached_policies.all()] == [policy.arn]
bucket = boto3.resource("s3").create_bucket(Bucket="moon-resource")
bucket.put_object(Key="tide.txt", Body=b"high")
assert [one.key for one in bucket.objects.all()] == ["tide.txt"]
""",
    "a user with one right": """
iam.create_user(UserName="kim")
iam.put_user_policy(UserName="kim", PolicyName="own", PolicyDocument=allow("iam:GetUser"))
keys = iam.create_access_key(UserName="kim")["AccessKey"]
kim = session(keys)
assert kim.client("iam").get_user()["User"]["UserName"] == "kim"
words = refused("AccessDenied", kim.client("iam").list_users)
assert "because no identity-based policy allows the iam:ListUsers action" in words, words
iam.delete_access_key(UserName="kim", AccessKeyId=keys["AccessKeyId"])
refused("InvalidClientTokenId", kim.client("iam").get_user)
""",
    "a chain of roles": """
account = sts.get_caller_identity()["Account"]
iam.create_user(UserName="kim")
iam.put_user_policy(UserName="kim", PolicyName="first", PolicyDocument=allow("sts:AssumeRole"))
kim = session(iam.create_access_key(UserName="kim")["AccessKey"])
first = iam.create_role(RoleName="first", AssumeRolePolicyDocument=trust(f"arn:aws:iam::{account}:user/kim"))
iam.put_role_policy(RoleName="first", PolicyName="on", PolicyDocument=allow("sts:AssumeRole"))
second = iam.create_role(RoleName="second", AssumeRolePolicyDocument=trust(first["Role"]["Arn"]))
iam.put_role_policy(RoleName="second", PolicyName="list", PolicyDocument=allow("iam:ListUsers"))
def assume(who, role, name):
    return session(who.client("sts").assume_role(RoleArn=role, RoleSessionName=name)["Credentials"])
one = assume(kim, first["Role"]["Arn"], "one")
refused("AccessDenied", one.client("iam").list_users)
two = assume(one, second["Role"]["Arn"], "two")
assert two.client("sts").get_caller_identity()["Arn"].endswith(":assumed-role/second/two")
assert [user["UserName"] for user in two.client("iam").list_users()["Users"]] == ["kim"]
refused("AccessDenied", kim.client("sts").assume_role, RoleArn=second["Role"]["Arn"], RoleSessionName="no")
""",
    "objects": """
s3.create_bucket(Bucket="moon-objects")
for key in ("a b/e+&.txt", "\\ub2ec/\\ud1a0\\ub07c.txt", "100%.txt"):
    s3.put_object(Bucket="moon-objects", Key=key, Body=b"high", Metadata={"tide": "high"})
    got = s3.get_object(Bucket="moon-objects", Key=key)
    assert (got["Body"].read(), got["Metadata"]) == (b"high", {"tide": "high"})
assert s3.list_objects_v2(Bucket="moon-objects")["KeyCount"] == 3
assert s3.head_object(Bucket="moon-objects", Key="100%.txt")["ContentLength"] == 4
refused("NoSuchKey", s3.get_object, Bucket="moon-objects", Key="none")
refused("BucketNotEmpty", s3.delete_bucket, Bucket="moon-objects")
""",
    "a large upload in parts": """
import io
s3.create_bucket(Bucket="moon-large")
s3.upload_fileobj(io.BytesIO(bytes(20 * 1024 * 1024)), "moon-large", "dark-side")
assert s3.head_object(Bucket="moon-large", Key="dark-side")["ContentLength"] == 20 * 1024 * 1024
""",
    "presigned URLs": """
import urllib.request, urllib.error
from botocore.config import Config
s3.create_bucket(Bucket="moon-signed")
s3.put_object(Bucket="moon-signed", Key="tide.txt", Body=b"high")
where = {"Bucket": "moon-signed", "Key": "tide.txt"}
def turned_away(url):
    try:
        urllib.request.urlopen(url)
    except urllib.error.HTTPError as error:
        return error.code, error.read().partition(b"<Code>")[2].partition(b"<")[0].decode()
    raise AssertionError(f"{url} was answered")
four = boto3.client("s3", config=Config(signature_version="s3v4"))
url = four.generate_presigned_url("get_object", Params=where, ExpiresIn=60)
assert urllib.request.urlopen(url).read() == b"high"
assert turned_away(url.replace("tide.txt", "other.txt")) == (403, "SignatureDoesNotMatch")
put = four.generate_presigned_url("put_object", Params=where, ExpiresIn=60)
urllib.request.urlopen(urllib.request.Request(put, b"low", method="PUT"))
assert s3.get_object(**where)["Body"].read() == b"low"
two = s3.generate_presigned_url("get_object", Params=where, ExpiresIn=60)
assert turned_away(two) == (400, "InvalidRequest")  # version 2, as S3 answers for buckets made since 2020
""",
    "buckets in the host name": """
from botocore.config import Config
import socket
address = socket.getaddrinfo
socket.getaddrinfo = lambda _host, *more, **named: address("127.0.0.1", *more, **named)
local = boto3.client("s3", endpoint_url=s3.meta.endpoint_url.replace("127.0.0.1", "localhost"),
    config=Config(s3={"addressing_style": "virtual"}))
local.create_bucket(Bucket="moon-host")
local.put_object(Bucket="moon-host", Key="tide.txt", Body=b"high")
assert local.get_object(Bucket="moon-host", Key="tide.txt")["Body"].read() == b"high"
""",
}
