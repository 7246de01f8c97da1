"""Questions that let a decision be foretold."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "quiz.predict.ask": ("이 요청은 어떻게 될까요?", "What happens to this request?"),
    "quiz.predict.hint": (
        "거부 문부터 찾아보세요. 맞는 거부 문이 없으면, 맞는 허용 문이 하나라도 있는지 보세요.",
        "Look for a Deny first. If none fits the request, see whether a single Allow does.",
    ),
    "quiz.predict.hint.action": (
        "요청한 작업이 Action 부분에 드는지, 한 글자씩 견주어 보세요.",
        "Hold the action of the request against each Action element, letter by letter.",
    ),
    "quiz.predict.hint.resource": (
        "요청한 리소스의 ARN을 Resource 부분의 ARN과 나란히 놓고 견주어 보세요.",
        "Put the ARN of the request beside the ARNs in Resource and compare.",
    ),
    "quiz.predict.hint.effect": (
        "요청에 맞는 문을 먼저 고르고, 그 문의 Effect 부분을 보세요.",
        "First find the statement that fits the request, then look at its Effect.",
    ),
    "quiz.predict.hint.not": (
        "Not으로 시작하는 부분은 거기 적힌 것만 빼고 모두를 가리켜요.",
        "An element that begins with Not means everything except what it lists.",
    ),
    "quiz.predict.hint.many": (
        "정책이 여럿이어도 한데 모아 보세요. 먼저 맞는 거부 문을 찾고, 없으면 맞는 허용 문을 찾아요.",
        "Read all the policies as one pile: first look for a Deny that fits, then for an Allow.",
    ),
    "quiz.predict.hint.groups": (
        "이 사용자가 든 그룹의 정책만 골라서 사용자 자신의 정책과 합쳐 보세요.",
        "Take the policies of the groups that the user is in, and add the user's own.",
    ),
    "quiz.predict.hint.boundary": (
        "권한 경계가 받아들이는지와 사용자의 정책이 허용하는지를 따로 물어보세요.",
        "Ask two questions: does the boundary accept it, and do the user's own policies allow it?",
    ),
    "quiz.predict.hint.session": (
        "역할의 정책과 세션 정책에 따로 물어보세요. 세션은 둘이 겹치는 데까지만 할 수 있어요.",
        "Ask the role's policy and the session policy separately: a session has what both allow.",
    ),
    "quiz.predict.hint.scp": (
        "SCP가 이 계정을 묶는지, 묶는다면 수준마다 받아들이는지 보세요. 그다음이 사용자의 정책이에요.",
        "See whether SCPs bind this account, and whether every level accepts. Then come the caller's own policies.",
    ),
    "quiz.predict.hint.cross": (
        "버킷이 누구의 것인지부터 보세요. 계정이 같은지에 따라 필요한 허용이 달라져요.",
        "First see whose bucket it is: one account needs fewer Allows than two.",
    ),
    "quiz.predict.hint.trust": (
        "신뢰 정책이 누구를 들이는지, 한 사람인지 계정 전체인지 보세요.",
        "See whom the trust policy lets in: one user, or a whole account?",
    ),
    # Why the right answer is right.
    "quiz.because.and": ("{first} {more}", "{first} {more}"),
    "quiz.statement.number": ("{number}번", "statement {number}"),
    "quiz.statement.named": ("{sid}", "statement {sid}"),
    "quiz.statement.only": ("하나뿐인", "its only statement"),
    "quiz.because.in": ("{paper} 안의", "{paper}:"),
    "quiz.because.in.same": ("같은 정책의", "In the same policy,"),
    "quiz.because.misses": (
        "{place} {which} 문({effect})은 {elements} 부분이 요청과 맞지 않아요.",
        "{place} {which} ({effect}) does not fit because of its {elements}.",
    ),
    "quiz.because.misses.listed": (
        "{place} {which} 문({effect})은 {elements} 부분에 적힌 것을 빼놓는데, 이 요청이 거기 들어요.",
        "{place} {which} ({effect}) leaves out what its {elements} lists, and this request is in that list.",
    ),
    "quiz.because.side.Allow": (
        "{paper} 안의 {which} 문({how})이 허용해요.",
        "{paper}: {which} (Allow, {how}) fits.",
    ),
    "quiz.because.side.Deny": (
        "{paper} 안의 {which} 문({how})이 거부해요.",
        "{paper}: {which} (Deny, {how}) fits.",
    ),
    "quiz.because.again": (
        "{paper} 안의 {which} 문({effect})을 다시 보세요.",
        "{paper}: look again at {which} ({effect}).",
    ),
    "quiz.because.beside": (
        "{paper} 쪽은 이 요청에 걸리지 않는 정책이에요.",
        "{paper} does not apply to this request.",
    ),
    "quiz.because.denied": (
        "{paper} 안의 {which} 문({how})이 이 요청을 거부해요. 맞는 거부 문은 하나만 있어도 요청이 거부돼요.",
        "{paper}: {which} (Deny, {how}) fits this request. One Deny that fits is enough to refuse it.",
    ),
    "quiz.because.allowed": (
        "{paper} 안의 {which} 문({how})이 이 요청을 허용하고, 맞는 거부 문은 없어요.",
        "{paper}: {which} (Allow, {how}) fits this request, and no Deny does.",
    ),
    "quiz.because.allowed.capped": (
        "{paper} 안의 {which} 문({how})이 이 요청을 허용하고, 한도를 정하는 정책도 모두 이 요청을 받아들여요.",
        "{paper}: {which} (Allow, {how}) fits this request, and every policy that caps it accepts it, too.",
    ),
    "quiz.because.allowed.both": (
        "두 쪽이 모두 허용해요. {paper} 안의 {which} 문({how})이 맞고, {other} 안의 {there} 문({by})도 맞아요.",
        "Both sides allow it. {paper}: {which} ({how}) fits. {other}: {there} ({by}) fits as well.",
    ),
    "quiz.because.allowed.resource": (
        "{paper} 안의 {which} 문({how})이 요청한 보안 주체를 들여요. 같은 계정 안에서는 그것으로 충분해요.",
        "{paper}: {which} ({how}) lets the caller in. Within one account that is enough.",
    ),
    "quiz.because.allowed.root": (
        "이 루트 사용자를 막는 정책이 없어요. 루트 사용자는 따로 허용하지 않아도 자기 계정에서 무엇이든 할 수 있어요.",
        "No policy stops this root user, who may do anything in its own account without any Allow.",
    ),
    "quiz.because.missing": (
        "맞는 거부 문은 없지만, 보안 주체의 정책 가운데 이 요청에 맞는 허용 문도 없어요. 허용이 없으면 거부돼요.",
        "No Deny fits, but none of the caller's policies has an Allow that does. Without an Allow a request is refused.",
    ),
    "quiz.because.missing.delegated": (
        "{paper} 안의 허용 문은 계정 전체를 적어서 그 계정에 맡길 뿐인데, 보안 주체 자신의 정책에 맞는 허용 문이 없어요.",
        "{paper}: its Allow names the whole account and so leaves it to the caller's own policies, none of which allows.",
    ),
    "quiz.because.missing.both": (
        "리소스가 다른 계정에 있어서 두 쪽의 허용이 모두 필요한데, 보안 주체 쪽 정책에 맞는 허용 문이 없어요.",
        "The resource belongs to another account, so both sides have to allow; the caller's own policies do not.",
    ),
    "quiz.because.missing.resourcePolicy": (
        "리소스가 다른 계정에 있어서 두 쪽의 허용이 모두 필요한데, 리소스 쪽 정책이 허용하지 않아요.",
        "The resource belongs to another account, so both sides have to allow; the policy on the resource does not.",
    ),
    "quiz.because.missing.trustPolicy": (
        "역할을 맡으려면 역할의 신뢰 정책이 허용해야 하는데, 여기서는 이 보안 주체를 들이는 문이 없어요.",
        "To assume a role, its trust policy has to let the caller in, and no statement of it does.",
    ),
    "quiz.because.missing.root": (
        "루트 사용자는 역할을 맡을 수 없어요.",
        "A root user cannot assume a role.",
    ),
    "quiz.because.missing.cap": (
        "{paper} 안에 이 요청을 받아들이는 문이 없어요. 한도를 정하는 정책이 받아들이지 않으면 다른 곳의 허용은 힘이 없어요.",
        "{paper}: nothing in it accepts this request. What a policy that caps does not accept, no Allow elsewhere can give.",
    ),
    # Which statement decides.
    "quiz.deciding.ask": (
        "이 요청의 결과를 정하는 문은 어느 것일까요?",
        "Which statement decides this request?",
    ),
    "quiz.deciding.hint": (
        "문마다 작업, 리소스, 조건이 모두 요청에 맞는지 보세요. 맞는 문 가운데 거부 문이 있으면 그것이 정해요.",
        "Check action, resource and condition of each statement. Among those that fit, a Deny decides; without one, the Allow.",
    ),
    "quiz.deciding.statement": ("{policy} 정책의 {sid} 문", "{sid} in {policy}"),
    "quiz.deciding.because.allow": (
        "{sid} 문은 이 요청에 맞는 단 하나의 허용 문이고, 맞는 거부 문은 없어요. 이 문을 빼면 요청이 거부돼요.",
        "{sid} is the one Allow that fits this request, and no Deny does. Take it away, and the request is refused.",
    ),
    "quiz.deciding.because.deny": (
        "{sid} 문은 이 요청에 맞는 단 하나의 거부 문이에요. 맞는 허용 문이 있어도 거부가 이겨요. 이 문을 빼면 요청이 허용돼요.",
        "{sid} is the one Deny that fits this request, and it beats the Allow that fits, too. Take it away, and the request is allowed.",
    ),
}
