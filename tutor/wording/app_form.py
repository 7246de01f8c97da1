"""Sentences of the forms on the Account screen."""

from typing import Final

TITLES: Final[dict[str, tuple[str, str]]] = {
    "app.form.new-user": ("새 사용자 만들기", "New user"),
    "app.form.delete-user": ("{name} 사용자 지우기", "Delete the user {name}"),
    "app.form.add-to-group": ("그룹에 넣기", "Add to a group"),
    "app.form.add-member": ("사용자 넣기", "Add a user"),
    "app.form.remove-from-group": ("그룹에서 빼기", "Remove from a group"),
    "app.form.remove-member": ("사용자 빼기", "Remove a user"),
    "app.form.new-group": ("새 그룹 만들기", "New group"),
    "app.form.delete-group": ("{name} 그룹 지우기", "Delete the group {name}"),
    "app.form.new-key": ("새 액세스 키 만들기", "New access key"),
    "app.form.deactivate-key": ("액세스 키 끄기", "Deactivate an access key"),
    "app.form.activate-key": ("액세스 키 켜기", "Activate an access key"),
    "app.form.delete-key": ("액세스 키 지우기", "Delete an access key"),
    "app.form.new-password": ("콘솔 암호 만들기", "New console password"),
    "app.form.delete-password": ("콘솔 암호 지우기", "Delete the console password"),
    "app.form.attach-policy": ("정책 연결하기", "Attach a policy"),
    "app.form.attach-to": ("이 정책 연결하기", "Attach this policy"),
    "app.form.detach-policy": ("정책 분리하기", "Detach a policy"),
    "app.form.detach-from": ("이 정책 분리하기", "Detach this policy"),
    "app.form.put-inline": ("인라인 정책 넣기", "Put an inline policy"),
    "app.form.change-inline": ("파일로 내용 바꾸기", "Replace it by a file"),
    "app.form.delete-inline": ("{name} 인라인 정책 지우기", "Delete the inline policy {name}"),
    "app.form.set-boundary": ("권한 경계 정하기", "Set the permissions boundary"),
    "app.form.remove-boundary": ("권한 경계 없애기", "Remove the permissions boundary"),
    "app.form.tag": ("태그 달기", "Tag"),
    "app.form.untag": ("태그 떼기", "Untag"),
    "app.form.new-policy": ("파일로 새 정책 만들기", "New policy from a file"),
    "app.form.new-version": ("파일로 새 버전 만들기", "New version from a file"),
    "app.form.set-default": ("기본 버전 바꾸기", "Set the default version"),
    "app.form.delete-version": ("버전 지우기", "Delete a version"),
    "app.form.delete-policy": ("{name} 정책 지우기", "Delete the policy {name}"),
    "app.form.new-role": ("새 역할 만들기", "New role"),
    "app.form.change-trust": ("파일로 신뢰 정책 바꾸기", "Replace the trust policy by a file"),
    "app.form.delete-role": ("{name} 역할 지우기", "Delete the role {name}"),
    "app.form.new-bucket": ("새 버킷 만들기", "New bucket"),
    "app.form.put-bucket-policy": ("파일로 버킷 정책 넣기", "Put a bucket policy from a file"),
    "app.form.delete-bucket-policy": ("버킷 정책 지우기", "Delete the bucket policy"),
    "app.form.delete-bucket": ("{name} 버킷 지우기", "Delete the bucket {name}"),
    "app.form.delete-object": ("{name} 객체 지우기", "Delete the object {name}"),
}

FIELDS: Final[dict[str, tuple[str, str]]] = {
    "app.form.field.name": ("이름", "name"),
    "app.form.field.path": ("경로", "path"),
    "app.form.field.tags": ("태그", "tags"),
    "app.form.field.user": ("사용자", "user"),
    "app.form.field.group": ("그룹", "group"),
    "app.form.field.key": ("키", "key"),
    "app.form.field.value": ("값", "value"),
    "app.form.field.password": ("암호", "password"),
    "app.form.field.reset": ("바로 바꾸기", "change it"),
    "app.form.field.policy": ("정책", "policy"),
    "app.form.field.holder": ("누구에게", "whom"),
    "app.form.field.file": ("파일", "file"),
    "app.form.field.description": ("설명", "description"),
    "app.form.field.default": ("기본 버전", "default"),
    "app.form.field.version": ("버전", "version"),
    "app.form.field.trust": ("맡을 수 있는 쪽", "trusts"),
    "app.form.field.trusted": ("그 이름", "its name"),
    "app.form.field.profile": ("프로필", "profile"),
    "app.form.blank.name": ("꼭 필요해요", "required"),
    "app.form.blank.optional": ("없어도 돼요", "optional"),
    "app.form.blank.path": ("/team/ 처럼 (없어도 돼요)", "like /team/ (optional)"),
    "app.form.blank.tags": (
        "team=photo, cost=low 처럼 (없어도 돼요)",
        "like team=photo, cost=low (optional)",
    ),
    "app.form.blank.profile": (
        "지금 그대로 (다른 사람으로 보낼 때만)",
        "as now (only to send it as somebody else)",
    ),
    "app.form.option.yes": ("네", "yes"),
    "app.form.option.no": ("아니요", "no"),
    "app.form.option.service": ("AWS 서비스", "AWS service"),
    "app.form.option.account": ("계정", "account"),
    "app.form.option.user": ("사용자·역할", "user or role"),
    "app.form.option.provider": ("공급자", "provider"),
}

PROBLEMS: Final[dict[str, tuple[str, str]]] = {
    "app.form.problem.missing": ("{field} 칸을 채워 주세요.", "Fill in: {field}."),
    "app.form.problem.name64": (
        "이름에는 영문자, 숫자, + = , . @ _ - 기호만 64자까지 쓸 수 있어요.",
        "A name has up to 64 letters, digits and + = , . @ _ - only.",
    ),
    "app.form.problem.name128": (
        "이름에는 영문자, 숫자, + = , . @ _ - 기호만 128자까지 쓸 수 있어요.",
        "A name has up to 128 letters, digits and + = , . @ _ - only.",
    ),
    "app.form.problem.path": (
        "경로는 / 기호로 시작하고 / 기호로 끝나요. 예: /team/",
        "A path begins and ends with a slash: /team/",
    ),
    "app.form.problem.bucket": (
        "버킷 이름은 3~63자이고 소문자, 숫자, 점, 하이픈만 쓸 수 있어요.",
        "A bucket has 3 to 63 lower-case letters, digits, dots and hyphens.",
    ),
    "app.form.problem.tags": (
        "태그는 키=값 모양으로 적고 쉼표로 나눠요. 키는 한 번씩만 써요.",
        "Write tags as key=value, with commas between; every key once.",
    ),
    "app.form.problem.key": ("태그 키는 128자까지예요.", "A tag's key has up to 128 characters."),
    "app.form.problem.value": ("태그 값은 256자까지예요.", "A tag's value has up to 256 characters."),
    "app.form.problem.text": (
        "AWS CLI는 file:// 글자로 시작하는 값을 파일로 읽어요. 다르게 적어 주세요.",
        "The AWS CLI reads what begins with file:// from a file: write it otherwise.",
    ),
    "app.form.problem.password": (
        "암호는 128자까지이고 file:// 글자로 시작할 수 없어요.",
        "A password has up to 128 characters and does not begin with file://.",
    ),
    "app.form.problem.unknown": (
        "{field} 칸에 적은 {value} 이름은 여기에 없어요. 목록에서 골라 주세요.",
        "There is no {value} to put there ({field}): choose from the list.",
    ),
    "app.form.problem.file": (
        "작업 폴더에 {value} 파일이 없어요. 편집기(F2)에서 먼저 만들어 주세요.",
        "There is no file {value} in the workspace: write it in the editor first (F2 in the lesson).",
    ),
    "app.form.conflict": (
        "AWS는 남은 것이 있으면 지우지 않아요. 먼저 없애 주세요: {what}",
        "AWS refuses while something is left: take away first: {what}",
    ),
    "app.form.has.keys": ("액세스 키", "access keys"),
    "app.form.has.attached": ("연결된 정책", "attached policies"),
    "app.form.has.inline": ("인라인 정책", "inline policies"),
    "app.form.has.groups": ("그룹", "groups"),
    "app.form.has.members": ("구성원", "members"),
    "app.form.has.password": ("암호", "the password"),
    "app.form.has.devices": ("MFA 디바이스", "MFA devices"),
    "app.form.has.holders": ("연결된 곳", "attachments"),
    "app.form.has.versions": ("다른 버전", "other versions"),
    "app.form.has.objects": ("객체", "objects"),
}

AROUND: Final[dict[str, tuple[str, str]]] = {
    "app.form.line": ("콘솔에서는 이 줄이에요", "In the console this is"),
    "app.form.none-offered": (
        "고를 것이 없어요.",
        "There is nothing to choose from.",
    ),
    "app.form.no-files": (
        "작업 폴더에 파일이 없어요. 편집기에서 먼저 하나 써 주세요.",
        "The workspace has no files: write one in the editor first.",
    ),
    "app.form.ready": ("Enter 키로 실행해요.", "Enter runs it."),
    "app.form.sure": ("정말 할까요? Enter 키를 누르면 실행해요.", "Really? Enter does it."),
    "app.form.run": ("Enter 실행", "Enter run"),
    "app.form.close": ("Esc 그만두기", "Esc close"),
    "app.form.choose": ("↑↓ 고르기", "↑↓ choose"),
    "app.form.fields": ("Tab 다음 칸", "Tab next field"),
}

FORMS: Final[dict[str, tuple[str, str]]] = {**TITLES, **FIELDS, **PROBLEMS, **AROUND}
