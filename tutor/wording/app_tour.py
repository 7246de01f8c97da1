"""Sentences of the tour and of the help page."""

from typing import Final

TOUR: Final[dict[str, tuple[str, str]]] = {
    "app.tour.keys": (
        "둘러보기 {number}/{total} · {key}: 다음 · Esc: 그만 보기",
        "tour {number}/{total} · {key}: next · Esc: skip",
    ),
    "app.tour.last": (
        "둘러보기 {number}/{total} · {key}: 닫기 · 명령 찾기(^p)에서 다시 볼 수 있어요",
        "tour {number}/{total} · {key}: close · the palette (^p) brings it back",
    ),
    "app.tour.console": (
        "**콘솔**이에요. `aws` 명령과 `힌트`, `되돌리기` 같은 낱말을 여기에 입력해요.",
        "**The console** takes `aws` lines, and words such as `hint` and `undo`.",
    ),
    "app.tour.decision": (
        "**마지막 판정**이에요. 요청이 두 문을 어떻게 지났는지 보여 줘요. f12를 누르면 자세히 볼 수 있어요.",
        "**The last decision**: how the request fared at the two gates. f12 shows all.",
    ),
    "app.tour.account": (
        "**계정**이에요. 바뀐 곳에 `+` `~` `–` 표시가 붙어요. f4를 누르고 Enter로 자세히 봐요.",
        "**The account**: what a command changes gets a `+`, `~` or `–`. f4, then Enter, shows it in full.",
    ),
    "app.tour.account.narrow": (
        "f4를 누르면 **계정**이 보여요. 바뀐 곳에 `+` `~` `–` 표시가 붙어요. 다시 누르면 본문으로 돌아와요.",
        "f4 shows **the account**: what a command changed has a `+`, `~` or `–`. f4 again brings the text back.",
    ),
    "app.tour.text": (
        "**할 일**이에요. 이야기와 목표가 여기 나와요. 길면 PgDn을 눌러 넘겨요.",
        "**What to do**: the story and the goals. PgDn turns a long text.",
    ),
    "app.tour.help": (
        "**막히면** f1을 눌러요. 쓸 수 있는 키와 낱말이 모두 나와요. ^p를 누르면 이름으로 찾아요.",
        "**Stuck?** f1 lists every key and word; ^p finds anything by its name.",
    ),
    "app.help.find": ("찾을 말을 입력해요", "Type to search"),
    "app.help.none": (
        "찾는 것이 없어요. 다른 말로 찾아보세요.",
        "Nothing is called that. Try another word.",
    ),
    "app.help.here": ("{scope} (지금 화면)", "{scope} (this screen)"),
}
