"""In what a statement does not fit a request, for the decision panel."""

from typing import Final

GATE: Final[dict[str, tuple[str, str]]] = {
    "app.gate.statement.listed": (
        "{policy} 정책 {number}번 문(Statement): {element} 목록에 {asked} 값이 들어 있어서 적용되지 않아요",
        "{policy}, statement {number}: {element} lists {asked}, so it leaves it out",
    ),
    "app.gate.statement.missing": (
        "{policy} 정책 {number}번 문(Statement): 요청에 {element} 조건 키가 없어요",
        "{policy}, statement {number}: the request does not carry {element}",
    ),
    "app.gate.statement.carried": (
        "{policy} 정책 {number}번 문(Statement): 요청에 {element} 조건 키가 들어 있어요",
        "{policy}, statement {number}: the request does carry {element}",
    ),
    "app.gate.statement.negated": (
        "{policy} 정책 {number}번 문(Statement): {element} 값 {asked} — {operator} 조건은 다른 값에만 맞아요",
        "{policy}, statement {number}: {element} is {asked} — {operator} wants another value",
    ),
    "app.gate.statement.unmet": (
        "{policy} 정책 {number}번 문(Statement): {element} 값 {asked} — {operator} {written} 조건에 맞지 않아요",
        "{policy}, statement {number}: {element} is {asked} — not {operator} {written}",
    ),
}
