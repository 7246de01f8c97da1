"""S3 in the sandbox: buckets, objects, listings, and S3's words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.account.people import START, Person, fresh_save, still
from tutor.account import LEARNER, ClockMode, Save, ServiceError

PARTNER = "222222222222"


@pytest.fixture
def photos(root: Person) -> Person:
    root.ask("s3:CreateBucket", Bucket="moonrabbit-photos")
    for key in ("a.txt", "album/1.jpg", "album/2.jpg", "album/raw/1.raw", "b b.txt", "사진.jpg"):
        root.ask("s3:PutObject", Bucket="moonrabbit-photos", Key=key, Body=key.encode())
    return root


def refusal(person: Person, action: str, **parameters: object) -> ServiceError:
    with pytest.raises(ServiceError) as raised:
        person.ask(action, **parameters)
    return raised.value


@pytest.mark.parametrize(
    ("action", "parameters", "answer"),
    [
        ("s3:HeadBucket", {"Bucket": "none"}, ("NoSuchBucket", "The specified bucket does not exist", 404)),
        (
            "s3:ListObjectsV2",
            {"Bucket": "none"},
            ("NoSuchBucket", "The specified bucket does not exist", 404),
        ),
        (
            "s3:GetObject",
            {"Bucket": "moonrabbit-photos", "Key": "none"},
            ("NoSuchKey", "The specified key does not exist.", 404),
        ),
        (
            "s3:DeleteBucket",
            {"Bucket": "moonrabbit-photos"},
            ("BucketNotEmpty", "The bucket you tried to delete is not empty", 409),
        ),
        (
            "s3:CreateBucket",
            {"Bucket": "Moon_Rabbit"},
            ("InvalidBucketName", "The specified bucket is not valid.", 400),
        ),
        (
            "s3:GetObject",
            {"Bucket": "moonrabbit-photos", "Key": "a.txt", "Range": "bytes=99-"},
            ("InvalidRange", "The requested range is not satisfiable", 416),
        ),
        (
            "s3:PutObject",
            {"Bucket": "moonrabbit-photos", "Key": "a.txt", "Body": b"", "IfNoneMatch": "*"},
            ("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412),
        ),
        (
            "s3:PutObject",
            {"Bucket": "moonrabbit-photos", "Key": "k", "Body": b"hello", "ChecksumCRC32": "AAAAAA=="},
            ("BadDigest", "The CRC32 you specified did not match the calculated checksum.", 400),
        ),
        (
            "s3:PutObject",
            {"Bucket": "moonrabbit-photos", "Key": "k", "Body": b"", "ACL": "public-read"},
            ("AccessControlListNotSupported", "The bucket does not allow ACLs", 400),
        ),
        (
            "s3:PutObject",
            {"Bucket": "moonrabbit-photos", "Key": "k" * 1025, "Body": b""},
            ("KeyTooLongError", "Your key is too long", 400),
        ),
        (
            "s3:HeadBucket",
            {"Bucket": "moonrabbit-photos", "ExpectedBucketOwner": PARTNER},
            ("AccessDenied", "Access Denied", 403),
        ),
    ],
)
def test_a_refusal_says_what_s3_says(
    photos: Person, action: str, parameters: dict[str, object], answer: tuple[str, str, int]
) -> None:
    error = refusal(photos, action, **parameters)
    assert (error.code, error.message, error.status) == answer


def test_errors_name_bucket_and_key(photos: Person) -> None:
    assert refusal(photos, "s3:HeadBucket", Bucket="none").fields == {"BucketName": "none"}
    assert refusal(photos, "s3:GetObject", Bucket="moonrabbit-photos", Key="x").fields == {"Key": "x"}


@pytest.mark.parametrize(
    ("name", "valid"),
    [
        ("abc", True),
        ("my.bucket-1", True),
        ("a" * 63, True),
        ("ab", False),
        ("a" * 64, False),
        ("Abc", False),
        ("a_b", False),
        ("-abc", False),
        ("abc-", False),
        ("a..b", False),
        ("192.168.0.1", False),
        ("xn--abc", False),
        ("abc-s3alias", False),
        ("사진첩", False),
    ],
)
def test_bucket_names_follow_the_rules(root: Person, name: str, valid: bool) -> None:
    if valid:
        assert root.ask("s3:CreateBucket", Bucket=name) == {"Location": f"/{name}"}
    else:
        assert refusal(root, "s3:CreateBucket", Bucket=name).code == "InvalidBucketName"


def test_bucket_names_are_global_and_ones_own_is_no_news_in_us_east_1_only() -> None:
    save = Save.in_memory(seed=b"s", clock=still)
    save.begin(accounts=(LEARNER, PARTNER), mode=ClockMode.LESSON, start=START)
    learner, partner = Person(save), Person(save, account=PARTNER)
    seoul = {"LocationConstraint": "ap-northeast-2"}
    learner.ask("s3:CreateBucket", Bucket="here")
    learner.ask("s3:CreateBucket", Bucket="there", CreateBucketConfiguration=seoul)
    assert refusal(partner, "s3:CreateBucket", Bucket="here").code == "BucketAlreadyExists"
    assert learner.ask("s3:CreateBucket", Bucket="here") == {"Location": "/here"}
    again = refusal(learner, "s3:CreateBucket", Bucket="there", CreateBucketConfiguration=seoul)
    assert again.code == "BucketAlreadyOwnedByYou"
    assert learner.ask("s3:HeadBucket", Bucket="there")["BucketRegion"] == "ap-northeast-2"
    assert [bucket["Name"] for bucket in learner.ask("s3:ListBuckets")["Buckets"]] == ["here", "there"]
    assert partner.ask("s3:ListBuckets")["Buckets"] == []


def test_buckets_have_pages(root: Person) -> None:
    for name in ("aaa", "aab", "bbb"):
        root.ask("s3:CreateBucket", Bucket=name)
    first = root.ask("s3:ListBuckets", MaxBuckets=1, Prefix="aa")
    assert [(b["Name"], b["BucketRegion"]) for b in first["Buckets"]] == [("aaa", "us-east-1")]
    rest = root.ask("s3:ListBuckets", Prefix="aa", ContinuationToken=first["ContinuationToken"])
    assert [bucket["Name"] for bucket in rest["Buckets"]] == ["aab"]
    assert "ContinuationToken" not in rest


def test_an_object_comes_back_as_it_was_put(root: Person) -> None:
    root.ask("s3:CreateBucket", Bucket="box")
    put = root.ask(
        "s3:PutObject",
        Bucket="box",
        Key="k",
        Body=b"hello",
        ContentType="text/plain",
        Metadata={"Who": "Yuna"},
        CacheControl="no-store",
        ChecksumAlgorithm="CRC32",
    )
    got = root.ask("s3:GetObject", Bucket="box", Key="k", ChecksumMode="ENABLED")
    assert got["Body"] == b"hello"
    assert got["ETag"] == put["ETag"] == '"5d41402abc4b2a76b9719d911017c592"'
    assert (got["ContentType"], got["CacheControl"], got["Metadata"]) == (
        "text/plain",
        "no-store",
        {"who": "Yuna"},
    )
    assert (got["ContentLength"], got["LastModified"]) == (5, START + timedelta(seconds=20))
    assert got["ChecksumCRC32"] == put["ChecksumCRC32"]
    head = root.ask("s3:HeadObject", Bucket="box", Key="k", ChecksumMode="ENABLED")
    assert head == {name: value for name, value in got.items() if name != "Body"}


def test_headers_that_describe_an_object_stay_with_it(root: Person) -> None:
    root.ask("s3:CreateBucket", Bucket="box")
    kept = {"Expires": START, "ContentDisposition": "inline", "ContentLanguage": "ko"}
    root.ask("s3:PutObject", Bucket="box", Key="k", Body=b"", StorageClass="GLACIER_IR", **kept)
    head = root.ask("s3:HeadObject", Bucket="box", Key="k", ResponseContentType="text/html")
    assert {name: head[name] for name in kept} == kept
    assert (head["StorageClass"], head["ContentType"]) == ("GLACIER_IR", "text/html")


@pytest.mark.parametrize(
    ("asked", "body", "shown"),
    [
        ("bytes=0-1", b"al", "bytes 0-1/11"),
        ("bytes=6-", b"1.jpg", "bytes 6-10/11"),
        ("bytes=-3", b"jpg", "bytes 8-10/11"),
        ("bytes=6-500", b"1.jpg", "bytes 6-10/11"),
        ("lines=1", b"album/1.jpg", None),
    ],
)
def test_a_range_gives_a_part(photos: Person, asked: str, body: bytes, shown: str | None) -> None:
    got = photos.ask("s3:GetObject", Bucket="moonrabbit-photos", Key="album/1.jpg", Range=asked)
    assert (got["Body"], got.get("ContentRange"), got["ContentLength"]) == (body, shown, len(body))


def test_what_has_not_changed_is_not_sent_again(photos: Person) -> None:
    where = {"Bucket": "moonrabbit-photos", "Key": "a.txt"}
    head = photos.ask("s3:HeadObject", **where)
    for condition in ({"IfNoneMatch": head["ETag"]}, {"IfModifiedSince": head["LastModified"]}):
        assert refusal(photos, "s3:GetObject", **where, **condition).status == 304
    assert refusal(photos, "s3:GetObject", **where, IfMatch='"other"').status == 412


def test_deleting_an_object_is_idempotent_and_an_empty_bucket_can_go(photos: Person) -> None:
    bucket = photos.save.world.bucket("moonrabbit-photos")
    assert bucket is not None
    for key in [*bucket.objects, "never-there"]:
        assert photos.ask("s3:DeleteObject", Bucket="moonrabbit-photos", Key=key) == {}
    photos.ask("s3:DeleteBucket", Bucket="moonrabbit-photos")
    assert photos.save.world.bucket("moonrabbit-photos") is None


def listing(person: Person, **parameters: object) -> tuple[list[str], list[str]]:
    answer = person.ask("s3:ListObjectsV2", Bucket="moonrabbit-photos", **parameters)
    keys = [row["Key"] for row in answer.get("Contents", [])]
    prefixes = [row["Prefix"] for row in answer.get("CommonPrefixes", [])]
    assert answer["KeyCount"] == len(keys) + len(prefixes)
    return keys, prefixes


@pytest.mark.parametrize(
    ("parameters", "keys", "prefixes"),
    [
        ({}, ["a.txt", "album/1.jpg", "album/2.jpg", "album/raw/1.raw", "b b.txt", "사진.jpg"], []),
        ({"Delimiter": "/"}, ["a.txt", "b b.txt", "사진.jpg"], ["album/"]),
        ({"Delimiter": "/", "Prefix": "album/"}, ["album/1.jpg", "album/2.jpg"], ["album/raw/"]),
        ({"Prefix": "al"}, ["album/1.jpg", "album/2.jpg", "album/raw/1.raw"], []),
        ({"StartAfter": "album/2.jpg", "MaxKeys": 2}, ["album/raw/1.raw", "b b.txt"], []),
        ({"Prefix": "none"}, [], []),
        ({"MaxKeys": 0}, [], []),
        ({"EncodingType": "url", "Prefix": "b"}, ["b%20b.txt"], []),
    ],
)
def test_keys_are_listed_in_order_and_rolled_up(
    photos: Person, parameters: dict[str, object], keys: list[str], prefixes: list[str]
) -> None:
    assert listing(photos, **parameters) == (keys, prefixes)


@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("delimiter", [None, "/"])
def test_pages_together_are_the_whole(photos: Person, size: int, delimiter: str | None) -> None:
    rolled: dict[str, object] = {} if delimiter is None else {"Delimiter": delimiter}
    whole = listing(photos, **rolled)
    found: tuple[list[str], list[str]] = ([], [])
    token: dict[str, object] = {}
    while True:
        page = listing(photos, MaxKeys=size, **rolled, **token)
        assert len(page[0]) + len(page[1]) <= size
        found[0].extend(page[0])
        found[1].extend(page[1])
        answer = photos.ask("s3:ListObjectsV2", Bucket="moonrabbit-photos", MaxKeys=size, **rolled, **token)
        if not answer["IsTruncated"]:
            break
        token = {"ContinuationToken": answer["NextContinuationToken"]}
    assert found == whole


def test_what_the_sandbox_would_have_to_ignore_it_refuses() -> None:
    root = Person(fresh_save())
    root.ask("s3:CreateBucket", Bucket="box")
    error = refusal(root, "s3:PutObject", Bucket="box", Key="k", Body=b"", ServerSideEncryption="aws:kms")
    assert error.code == "NotImplemented"
