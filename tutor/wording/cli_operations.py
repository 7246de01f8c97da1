"""Sentences of `iam-tutor operations`; `cli.py` joins them."""

from typing import Final

OPERATIONS: Final[dict[str, tuple[str, str]]] = {
    "cli.help.operations": (
        "샌드박스에서 쓸 수 있는 AWS 명령을 서비스별로 보여 줘요",
        "list what the sandbox can do, service by service",
    ),
    "cli.operations.help.service": ("이 서비스만 보여 줘요", "only this service"),
    "cli.operations.no-service": (
        "샌드박스에 {found} 서비스가 없어요. 있는 서비스: {available}",
        "the sandbox has no service {found}; it has {available}",
    ),
    "cli.operations.column.service": ("서비스", "service"),
    "cli.operations.column.count": ("개수", "count"),
    "cli.operations.column.operations": ("명령", "commands"),
    "cli.operations.service": ("aws {service}: 명령 {count}개", "aws {service}: {count} commands"),
    "cli.operations.compared": (
        "AWS CLI에 든 예제가 {services} 서비스에서 다루는 작업 {named}개 가운데 {here}개가 여기 있어요.",
        "The AWS CLI's own examples name {named} operations of {services}; {here} of them are here.",
    ),
    "cli.operations.lacking": (
        "{services} API에서 일부러 두지 않은 작업과 그 이유:",
        "Left out on purpose of the whole API of {services}, and why:",
    ),
    "cli.operations.reason.delegation": (
        "제품 공급자가 AWS 파트너 콘솔을 거쳐 임시 접근을 부탁하는 절차인데, 샌드박스에는 그런 공급자가 없어요.",
        "product providers ask for temporary access through AWS's partner program, which the sandbox lacks.",
    ),
    "cli.operations.reason.outbound": (
        "AWS 바깥의 서비스가 믿는 토큰을 AWS가 발급하는 기능인데, 샌드박스에는 바깥이 없어요.",
        "AWS signs tokens for services outside AWS, and in the sandbox there is no outside.",
    ),
    "cli.operations.reason.summary": (
        "AWS의 언어 모델이 글을 쓰는 작업이라, 샌드박스가 같은 답을 만들 수 없어요.",
        "a language model of AWS's writes its answer, which the sandbox cannot.",
    ),
}
