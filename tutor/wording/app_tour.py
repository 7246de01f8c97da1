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
        "**콘솔**이에요. `aws` 명령도 `힌트`, `되돌리기` 같은 말도 여기에 입력해요.",
        "**The console** takes `aws` lines, and words such as `hint` and `undo`.",
    ),
    "app.tour.decision": (
        "**마지막 판정**이에요. 두 문을 어떻게 지났는지 보여요. 자세히는 f12 키예요.",
        "**The last decision**: how the request fared at the two gates. f12 shows all.",
    ),
    "app.tour.account": (
        "**계정**이에요. 바뀐 곳에 `+` `~` `–` 표시가 붙어요. f4 키로 열려요.",
        "**The account**: what a command changes gets a `+`, `~` or `–`. f4 opens it.",
    ),
    "app.tour.account.narrow": (
        "**계정**은 f4 키 뒤에 있어요. 바뀐 곳에 `+` `~` `–` 표시가 붙고, 같은 키로 글로 돌아와요.",
        "**The account** is behind f4: what a command changes gets a `+`, `~` or `–`. f4 again: the text.",
    ),
    "app.tour.text": (
        "**할 일**이에요. 이야기와 목표가 있어요. 길면 PgDn 키로 넘겨요.",
        "**What to do**: the story and the goals. PgDn turns a long text.",
    ),
    "app.tour.help": (
        "**막히면** f1 키를 눌러요. 키와 말이 모두 있어요. 이름으로 찾으려면 ^p 키예요.",
        "**Stuck?** f1 lists every key and word; ^p finds anything by its name.",
    ),
    "app.help.find": ("찾을 말을 입력해요", "Type to search"),
    "app.help.none": (
        "찾는 것이 없어요. 다른 말로 찾아보세요.",
        "Nothing is called that. Try another word.",
    ),
    "app.help.here": ("{scope} (지금 화면)", "{scope} (this screen)"),
}
