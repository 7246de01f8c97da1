"""Sentences of the permission map."""

from typing import Final

MAP: Final[dict[str, tuple[str, str]]] = {
    "app.map.title": ("권한 지도", "Permission map"),
    "app.map.size": ("보안 주체 {rows} · 요청 {columns}", "{rows} principals · {columns} requests"),
    "app.map.seek": ("sora delete …", "sora delete …"),
    "app.map.all": ("모든 리소스", "all resources"),
    "app.map.one": ("‹ {number}/{count} ›  {resource}", "‹ {number}/{count} ›  {resource}"),
    "app.map.letters": ("글자 → 작업", "letters → actions"),
    "app.map.looking": ("살펴보는 중이에요…", "Looking…"),
    "app.map.nothing": (
        "맞는 칸이 없어요. Esc 키를 누르면 모두 보여요.",
        "Nothing fits. Esc shows everything again.",
    ),
    "app.map.alone": (
        "아직 루트 사용자뿐이에요. `aws iam create-user --user-name 이름` 명령으로 사용자를 만들면 여기 나타나요.",
        "Nobody but root yet. Make a user with `aws iam create-user --user-name NAME`, and a row appears here.",
    ),
    "app.map.legend": (
        "✓ 허용   ✗ 명시적 거부   – 암시적 거부   ~ 상황에 따라 달라요   –→✓ 방금 바뀜",
        "✓ allowed   ✗ explicit deny   – implicit deny   ~ depends on circumstances   –→✓ changed now",
    ),
    "app.map.legend.short": (
        "✓ 허용  ✗ 명시적 거부  – 암시적 거부  ~ 상황 따라  → 바뀜",
        "✓ allowed  ✗ explicit deny  – implicit deny  ~ it depends  → changed",
    ),
    "app.map.changed": (
        "바뀐 칸 {count}개 (+{plus} −{minus}) · {command}",
        "Cells changed: {count} (+{plus} −{minus}) · {command}",
    ),
    "app.map.changed.more": ("{count} 이상", "at least {count}"),
    "app.map.changed.none": (
        "바뀐 칸이 없어요 · {command}",
        "No cell changed · {command}",
    ),
    "app.map.changed.never": (
        "아직 계정을 바꾼 명령이 없어요.",
        "No command has changed the account yet.",
    ),
    "app.map.changed.filtered": (
        "바뀐 칸이 있지만 찾는 말에 가려져 있어요. Esc 키를 누르면 모두 보여요.",
        "The changed cells are filtered out. Esc shows everything again.",
    ),
    "app.map.journey.undo": ("되돌리기", "undo"),
    "app.map.journey.redo": ("다시", "redo"),
    "app.map.journey.goto": ("이동", "goto"),
    "app.map.why.allowed": ("{policy} 정책이 허용해요 · {layer}", "{policy} allows it · {layer}"),
    "app.map.why.explicitDeny": ("{policy} 정책이 거부해요 · {layer}", "{policy} denies it · {layer}"),
    "app.map.why.implicitDeny": (
        "허용하는 정책이 없어요 · {layer} {policies}개",
        "nothing allows it · {layer}: {policies}",
    ),
    "app.map.why.allowed.silent": ("허용돼요 · {layer}", "allowed · {layer}"),
    "app.map.why.none": ("이 질문에는 답이 없어요", "there is no answer to this question"),
    "app.map.depends": ("{keys} 값에 따라 달라요", "depends on {keys}"),
    "app.map.one-of": ("{count} 가운데 {number}번째", "{number} of {count}"),
    "app.map.plain.resources": (
        "누가 무엇을 할 수 있는지 보려면 map 뒤에 번호나 이름을 적어 주세요. 예: map 1, map sora, map s3:DeleteObject",
        "To see who may do what, type a number or a name after map: map 1, map sora, map s3:DeleteObject",
    ),
    "app.map.plain.nothing": (
        "지도에서 {sought} 이름을 찾지 못했어요.",
        "The map has nothing that fits {sought}.",
    ),
    "app.map.plain.before": ("(바뀌기 전: {sign})", "(before: {sign})"),
    "app.command.map-why": ("왜?", "why?"),
    "app.command.map-why.about": (
        "커서가 있는 칸이 어떻게 결정되는지 보여 줘요.",
        "Shows how the cell under the cursor is decided.",
    ),
    "app.command.map-change": ("바뀐 칸", "next change"),
    "app.command.map-change.about": (
        "마지막 명령으로 바뀐 칸을 하나씩 따라가요.",
        "Goes from one cell that the last command changed to the next.",
    ),
    "app.command.map-one": ("한 리소스", "one/all"),
    "app.command.map-one.about": (
        "리소스를 하나만 보거나 다시 모두 봐요.",
        "Shows one resource at a time, or all of them again.",
    ),
    "app.command.map-seek": ("찾기", "filter"),
    "app.command.map-seek.about": (
        "이름, 작업, 리소스로 줄과 칸을 좁혀요.",
        "Narrows rows and columns by name, action and resource.",
    ),
    "app.command.map-next": ("다음 리소스", "next resource"),
    "app.command.map-next.about": ("다음 리소스로 가요.", "Goes to the next resource."),
    "app.command.map-previous": ("이전 리소스", "previous resource"),
    "app.command.map-previous.about": ("이전 리소스로 가요.", "Goes to the resource before."),
    "app.command.map-letters": ("글자", "letters"),
    "app.command.map-letters.about": (
        "글자 키로 사람을 찾을지 작업을 찾을지 바꿔요. 대문자는 언제나 작업을 찾아요.",
        "Letters look for people or for actions; a capital letter always looks for an action.",
    ),
    "app.command.map-leave": ("돌아가기", "back"),
    "app.command.map-leave.about": ("있던 곳으로 돌아가요.", "Goes back to where you were."),
}
