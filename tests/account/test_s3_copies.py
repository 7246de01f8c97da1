"""Copies, uploads in parts, deletions of many, tags."""

from __future__ import annotations

from typing import Any

import pytest

from tests.account.people import Person
from tests.account.shapes import check_held
from tutor.account import ServiceError

FIVE = 5 * 1024 * 1024


@pytest.fixture
def box(root: Person) -> Person:
    root.ask("s3:CreateBucket", Bucket="box")
    root.ask(
        "s3:PutObject",
        Bucket="box",
        Key="a",
        Body=b"moon",
        ContentType="text/plain",
        Metadata={"who": "yuna"},
        Tagging="team=moon",
    )
    return root


def refusal(person: Person, action: str, **parameters: object) -> ServiceError:
    with pytest.raises(ServiceError) as raised:
        person.ask(action, **parameters)
    return raised.value


def head(person: Person, key: str) -> Any:
    return person.ask("s3:HeadObject", Bucket="box", Key=key)


def tags(person: Person, key: str) -> Any:
    return person.ask("s3:GetObjectTagging", Bucket="box", Key=key)["TagSet"]


def test_a_copy_takes_metadata_and_tags_along(box: Person) -> None:
    box.ask("s3:CopyObject", Bucket="box", Key="b", CopySource="/box/a")
    copy = head(box, "b")
    assert (copy["ContentType"], copy["Metadata"]) == ("text/plain", {"who": "yuna"})
    assert (copy["TagCount"], tags(box, "b")) == (1, [{"Key": "team", "Value": "moon"}])
    assert copy["ETag"] == head(box, "a")["ETag"]
    check_held(box)


def test_a_copy_can_replace_both(box: Person) -> None:
    box.ask(
        "s3:CopyObject",
        Bucket="box",
        Key="a",
        CopySource="box%2Fa",
        MetadataDirective="REPLACE",
        TaggingDirective="REPLACE",
        ContentType="text/html",
        Tagging="x=1",
    )
    assert (head(box, "a")["ContentType"], head(box, "a")["Metadata"]) == ("text/html", {})
    assert tags(box, "a") == [{"Key": "x", "Value": "1"}]


COPY_FAULTS = [
    ({"CopySource": "box/none"}, "NoSuchKey"),
    ({"CopySource": "none/a"}, "NoSuchBucket"),
    ({"CopySource": "box"}, "InvalidArgument"),
    ({"CopySource": "box/a?versionId=7"}, "InvalidArgument"),
    ({"CopySource": "box/a", "Key": "a"}, "InvalidRequest"),
    ({"CopySource": "box/a", "CopySourceIfMatch": '"x"'}, "PreconditionFailed"),
    ({"CopySource": "box/a", "CopySourceIfNoneMatch": "*"}, "PreconditionFailed"),
    ({"CopySource": "box/a", "MetadataDirective": "KEEP"}, "InvalidArgument"),
    ({"CopySource": "box/a", "ExpectedSourceBucketOwner": "222222222222"}, "AccessDenied"),
]


@pytest.mark.parametrize(("parameters", "code"), COPY_FAULTS)
def test_copies_that_s3_refuses(box: Person, parameters: dict[str, object], code: str) -> None:
    assert refusal(box, "s3:CopyObject", **{"Bucket": "box", "Key": "b", **parameters}).code == code


def begun(person: Person, **more: object) -> dict[str, object]:
    made = person.ask("s3:CreateMultipartUpload", Bucket="box", Key="whole", **more)
    return {"Bucket": "box", "Key": "whole", "UploadId": made["UploadId"]}


def test_parts_make_one_object_when_they_are_complete(box: Person) -> None:
    upload = begun(box, ContentType="text/plain", Tagging="team=moon")
    first = box.ask("s3:UploadPart", **upload, PartNumber=1, Body=b"x" * FIVE)["ETag"]
    box.ask("s3:UploadPart", **upload, PartNumber=2, Body=b"old")
    last = box.ask("s3:UploadPart", **upload, PartNumber=2, Body=b"new")["ETag"]
    assert refusal(box, "s3:HeadObject", Bucket="box", Key="whole").code == "NoSuchKey"
    check_held(box)
    parts = [{"PartNumber": 1, "ETag": first}, {"PartNumber": 2, "ETag": last}]
    made = box.ask("s3:CompleteMultipartUpload", **upload, MultipartUpload={"Parts": parts})
    assert made["ETag"].endswith('-2"')
    got = box.ask("s3:GetObject", Bucket="box", Key="whole")
    assert (got["ContentLength"], got["Body"][-3:], got["ContentType"]) == (FIVE + 3, b"new", "text/plain")
    assert refusal(box, "s3:ListParts", **upload).code == "NoSuchUpload"
    check_held(box)


def test_uploads_have_pages(box: Person) -> None:
    uploads = [begun(box)["UploadId"] for _ in range(3)]
    page = box.ask("s3:ListMultipartUploads", Bucket="box", MaxUploads=2)
    assert [row["UploadId"] for row in page["Uploads"]] == uploads[:2]
    upload = {"Bucket": "box", "Key": "whole", "UploadId": uploads[0]}
    for number in (3, 1, 2):
        box.ask("s3:UploadPart", **upload, PartNumber=number, Body=b"")
    page = box.ask("s3:ListParts", **upload, MaxParts=2)
    assert [row["PartNumber"] for row in page["Parts"]] == [1, 2]
    rest = box.ask("s3:ListParts", **upload, PartNumberMarker=page["NextPartNumberMarker"])
    assert [row["PartNumber"] for row in rest["Parts"]] == [3]


def test_uploads_that_s3_refuses(box: Person) -> None:
    upload = begun(box)
    etags = [
        box.ask("s3:UploadPart", **upload, PartNumber=number, Body=b"small")["ETag"] for number in (1, 2)
    ]

    def complete(*parts: tuple[int, str]) -> str:
        rows = [{"PartNumber": number, "ETag": etag} for number, etag in parts]
        return refusal(box, "s3:CompleteMultipartUpload", **upload, MultipartUpload={"Parts": rows}).code

    assert complete() == "MalformedXML"
    assert complete((1, '"other"')) == "InvalidPart"
    assert complete((9, etags[0])) == "InvalidPart"
    assert complete((2, etags[1]), (1, etags[0])) == "InvalidPartOrder"
    assert complete((1, etags[0]), (2, etags[1])) == "EntityTooSmall"
    assert refusal(box, "s3:UploadPart", **upload, PartNumber=0, Body=b"").code == "InvalidArgument"
    assert refusal(box, "s3:UploadPart", **{**upload, "Key": "other"}, PartNumber=1).code == "NoSuchUpload"
    box.ask("s3:AbortMultipartUpload", **upload)
    assert refusal(box, "s3:AbortMultipartUpload", **upload).status == 404


def test_many_are_deleted_at_once_and_each_has_its_answer(box: Person) -> None:
    keys = [{"Key": "a"}, {"Key": "never-there"}, {"Key": "a", "VersionId": "7"}]
    answer = box.ask("s3:DeleteObjects", Bucket="box", Delete={"Objects": keys})
    assert answer["Deleted"] == [{"Key": "a"}, {"Key": "never-there"}]
    assert [error["Code"] for error in answer["Errors"]] == ["NoSuchVersion"]
    too_many = [{"Key": str(number)} for number in range(1001)]
    for rows in ([], too_many):
        error = refusal(box, "s3:DeleteObjects", Bucket="box", Delete={"Objects": rows})
        assert error.code == "MalformedXML"


def tag_set(*pairs: tuple[str, str]) -> dict[str, object]:
    return {"TagSet": [{"Key": key, "Value": value} for key, value in pairs]}


TAG_FAULTS = [
    (tag_set(("aws:x", "")), "InvalidTag", "System tags cannot be added/updated by requester"),
    (tag_set(("a", ""), ("a", "")), "InvalidTag", "Cannot provide multiple Tags with the same key"),
    (tag_set(("", "")), "InvalidTag", "The TagKey you have provided is invalid"),
    (tag_set(("a!", "")), "InvalidTag", "The TagKey you have provided is invalid"),
    (tag_set(("a", "x" * 257)), "InvalidTag", "The TagValue you have provided is invalid"),
    (tag_set(*((str(n), "") for n in range(11))), "BadRequest", "Object tags cannot be greater than 10"),
]


@pytest.mark.parametrize(("tagging", "code", "message"), TAG_FAULTS)
def test_tags_that_s3_refuses(box: Person, tagging: object, code: str, message: str) -> None:
    error = refusal(box, "s3:PutObjectTagging", Bucket="box", Key="a", Tagging=tagging)
    assert (error.code, error.message) == (code, message)


def test_a_bucket_without_tags_has_no_set_of_them(box: Person) -> None:
    assert refusal(box, "s3:GetBucketTagging", Bucket="box").message == "The TagSet does not exist"
    box.ask("s3:PutBucketTagging", Bucket="box", Tagging=tag_set(("부서", "달")))
    assert box.ask("s3:GetBucketTagging", Bucket="box") == tag_set(("부서", "달"))
    box.ask("s3:DeleteBucketTagging", Bucket="box")
    assert refusal(box, "s3:GetBucketTagging", Bucket="box").code == "NoSuchTagSet"


@pytest.mark.parametrize("size", [1, 2])
def test_the_older_listings_have_pages_too(box: Person, size: int) -> None:
    for key in ("album/1", "album/2", "b"):
        box.ask("s3:PutObject", Bucket="box", Key=key, Body=b"")
    found: list[str] = []
    marker: dict[str, object] = {}
    while True:
        page = box.ask("s3:ListObjects", Bucket="box", Delimiter="/", MaxKeys=size, **marker)
        found += [row["Key"] for row in page.get("Contents", [])]
        found += [row["Prefix"] for row in page.get("CommonPrefixes", [])]
        if not page["IsTruncated"]:
            break
        marker = {"Marker": page["NextMarker"]}
    assert sorted(found) == ["a", "album/", "b"]
    versions = box.ask("s3:ListObjectVersions", Bucket="box", MaxKeys=3)
    assert [row["Key"] for row in versions["Versions"]] == ["a", "album/1", "album/2"]
    rest = box.ask("s3:ListObjectVersions", Bucket="box", KeyMarker=versions["NextKeyMarker"])
    assert [row["Key"] for row in rest["Versions"]] == ["b"]
