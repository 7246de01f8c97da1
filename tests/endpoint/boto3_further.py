"""More of what a learner might write with boto3; each begins with the head of `boto3_stories`."""

from typing import Final

FURTHER: Final = {
    "pages of every kind": """
arns = [iam.create_policy(PolicyName=f"p{n}", PolicyDocument=allow("s3:GetObject"))["Policy"]["Arn"]
    for n in range(7)]
iam.create_user(UserName="kim")
for arn in arns:
    iam.attach_user_policy(UserName="kim", PolicyArn=arn)
def count(name, key, size, **more):
    pages = iam.get_paginator(name).paginate(**more, PaginationConfig={"PageSize": size})
    return [len(page[key]) for page in pages]
assert count("list_attached_user_policies", "AttachedPolicies", 3, UserName="kim") == [3, 3, 1]
assert count("list_policies", "Policies", 5, Scope="Local") == [5, 2]
assert count("list_entities_for_policy", "PolicyUsers", 1, PolicyArn=arns[0]) == [1]
def local(**config):
    pages = iam.get_paginator("list_policies").paginate(Scope="Local", PaginationConfig=config)
    return pages.build_full_result()
some = local(MaxItems=4)
rest = local(StartingToken=some["NextToken"])
names = [policy["PolicyName"] for policy in some["Policies"] + rest["Policies"]]
assert sorted(names) == [f"p{n}" for n in range(7)]
details = iam.get_paginator("get_account_authorization_details").paginate(PaginationConfig={"PageSize": 2})
assert details.build_full_result()["UserDetailList"][0]["UserName"] == "kim"
s3.create_bucket(Bucket="moon-pages")
for n in range(5):
    s3.put_object(Bucket="moon-pages", Key=f"tide/{n}", Body=b"x")
pages = s3.get_paginator("list_objects_v2").paginate(Bucket="moon-pages", PaginationConfig={"PageSize": 2})
assert list(pages.search("Contents[].Key")) == [f"tide/{n}" for n in range(5)]
""",
    "further waiters": """
once, thrice = {"Delay": 0, "MaxAttempts": 1}, {"Delay": 0, "MaxAttempts": 3}
arn = iam.create_policy(PolicyName="Read", PolicyDocument=allow("s3:GetObject"))["Policy"]["Arn"]
iam.get_waiter("policy_exists").wait(PolicyArn=arn, WaiterConfig=once)
account = sts.get_caller_identity()["Account"]
iam.create_role(RoleName="guest", AssumeRolePolicyDocument=trust(account))
iam.get_waiter("role_exists").wait(RoleName="guest", WaiterConfig=once)
iam.create_instance_profile(InstanceProfileName="web")
iam.get_waiter("instance_profile_exists").wait(InstanceProfileName="web", WaiterConfig=once)
try:
    iam.get_waiter("user_exists").wait(UserName="nobody", WaiterConfig=once)
except botocore.exceptions.WaiterError as error:
    assert "Max attempts exceeded" in str(error)
else:
    raise AssertionError("nobody is there")
ec2 = boto3.client("ec2")
image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
made = ec2.run_instances(ImageId=image, InstanceType="t3.micro", MinCount=1, MaxCount=1)
ids = [made["Instances"][0]["InstanceId"]]
ec2.get_waiter("instance_running").wait(InstanceIds=ids, WaiterConfig=thrice)
ec2.terminate_instances(InstanceIds=ids)
ec2.get_waiter("instance_terminated").wait(InstanceIds=ids, WaiterConfig=thrice)
""",
    "further resources": """
resource = boto3.resource("iam")
account = sts.get_caller_identity()["Account"]
role = resource.create_role(RoleName="guest", AssumeRolePolicyDocument=trust(account))
role.attach_policy(PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
assert [one.policy_name for one in role.attached_policies.all()] == ["ReadOnlyAccess"]
inline = role.Policy("own")
inline.put(PolicyDocument=allow("s3:GetObject"))
assert inline.policy_document["Statement"][0]["Action"] == ["s3:GetObject"]
profile = resource.create_instance_profile(InstanceProfileName="web")
profile.add_role(RoleName="guest")
profile.reload()
assert [one.name for one in profile.roles] == ["guest"]
policy = resource.create_policy(PolicyName="Read", PolicyDocument=allow("s3:GetObject"))
policy.create_version(PolicyDocument=allow("s3:PutObject"), SetAsDefault=True)
assert policy.default_version.document["Statement"][0]["Action"] == ["s3:PutObject"]
assert [one.version_id for one in policy.versions.all()] == ["v2", "v1"]
user = resource.create_user(UserName="kim")
pair = user.create_access_key_pair()
assert [key.id for key in user.access_keys.all()] == [pair.id]
pair.deactivate()
assert next(iter(user.access_keys.all())).status == "Inactive"
assert resource.AccountSummary().summary_map["Users"] == 1
refused("NoSuchEntity", resource.User("nobody").load)
""",
    "errors by their classes": """
def caught(error, call, **given):
    try:
        call(**given)
    except error as answered:
        return answered.response
    raise AssertionError(f"{call} was not refused")
iam.create_user(UserName="kim")
kim, empty = {"UserName": "kim"}, {"PolicyName": "x", "PolicyDocument": "{}"}
bounded = kim | {"PermissionsBoundary": "arn:aws:iam::111111111111:user/kim"}
wrong = iam.exceptions
for status, error, call, given in (
    (404, wrong.NoSuchEntityException, iam.get_user, {"UserName": "nobody"}),
    (409, wrong.EntityAlreadyExistsException, iam.create_user, kim),
    (400, wrong.MalformedPolicyDocumentException, iam.create_policy, empty),
    (400, wrong.InvalidInputException, iam.put_user_permissions_boundary, bounded),
    (404, s3.exceptions.NoSuchBucket, s3.list_objects_v2, {"Bucket": "moon-nowhere"}),
):
    about = caught(error, call, **given)["ResponseMetadata"]
    assert about["HTTPStatusCode"] == status, about
    assert about["RequestId"], about
for _ in range(2):
    iam.create_access_key(**kim)
third = caught(wrong.LimitExceededException, iam.create_access_key, **kim)
assert third["Error"]["Message"] == "Cannot exceed quota for AccessKeysPerUser: 2"
conflict = caught(wrong.DeleteConflictException, iam.delete_user, **kim)
assert conflict["ResponseMetadata"]["HTTPStatusCode"] == 409
refused("ValidationError", iam.list_users, Marker="nonsense")
try:
    iam.create_user(UserName="")
except botocore.exceptions.ParamValidationError as error:
    assert "valid min length: 1" in str(error)
else:
    raise AssertionError("an empty name")
""",
    "a profile that assumes a role": """
import pathlib
account = sts.get_caller_identity()["Account"]
iam.create_user(UserName="kim")
keys = iam.create_access_key(UserName="kim")["AccessKey"]
role = iam.create_role(RoleName="guest", AssumeRolePolicyDocument=trust(f"arn:aws:iam::{account}:user/kim"))
iam.put_role_policy(RoleName="guest", PolicyName="list", PolicyDocument=allow("iam:ListUsers"))
folder = pathlib.Path.home() / ".aws"
folder.mkdir()
(folder / "config").write_text("\\n".join((
    "[profile kim]",
    f"aws_access_key_id = {keys['AccessKeyId']}",
    f"aws_secret_access_key = {keys['SecretAccessKey']}",
    "[profile guest]",
    f"role_arn = {role['Role']['Arn']}",
    "source_profile = kim",
    "role_session_name = visit",
)))
guest = boto3.session.Session(profile_name="guest")
assert guest.client("sts").get_caller_identity()["Arn"].endswith(":assumed-role/guest/visit")
assert guest.client("iam").list_users()["Users"][0]["UserName"] == "kim"
refused("AccessDenied", boto3.session.Session(profile_name="kim").client("iam").list_users)
""",
    "a presigned URL of a role's session": """
import urllib.request, urllib.error
from botocore.config import Config
account = sts.get_caller_identity()["Account"]
s3.create_bucket(Bucket="moon-lent")
s3.put_object(Bucket="moon-lent", Key="tide.txt", Body=b"high")
iam.create_user(UserName="kim")
kim = session(iam.create_access_key(UserName="kim")["AccessKey"])
role = iam.create_role(RoleName="guest", AssumeRolePolicyDocument=trust(f"arn:aws:iam::{account}:user/kim"))
iam.put_role_policy(RoleName="guest", PolicyName="read",
    PolicyDocument=allow("s3:GetObject", resource="arn:aws:s3:::moon-lent/*"))
taken = kim.client("sts").assume_role(RoleArn=role["Role"]["Arn"], RoleSessionName="visit")
four = Config(signature_version="s3v4")
guest, own = (who.client("s3", config=four) for who in (session(taken["Credentials"]), kim))
where = {"Bucket": "moon-lent", "Key": "tide.txt"}
url = guest.generate_presigned_url("get_object", Params=where, ExpiresIn=60)
assert urllib.request.urlopen(url).read() == b"high"
def turned_away(url, **more):
    try:
        urllib.request.urlopen(urllib.request.Request(url, **more))
    except urllib.error.HTTPError as error:
        return error.code, error.read().partition(b"<Code>")[2].partition(b"<")[0].decode()
    raise AssertionError(f"{url} was answered")
forged, denied = (403, "SignatureDoesNotMatch"), (403, "AccessDenied")
assert turned_away(url.replace("X-Amz-Expires=60", "X-Amz-Expires=600")) == forged
assert turned_away(url, method="PUT", data=b"low") == forged
assert turned_away(own.generate_presigned_url("get_object", Params=where)) == denied
put = guest.generate_presigned_url("put_object", Params=where, ExpiresIn=60)
assert turned_away(put, method="PUT", data=b"low") == denied
iam.delete_role_policy(RoleName="guest", PolicyName="read")
assert turned_away(url) == denied
""",
}
