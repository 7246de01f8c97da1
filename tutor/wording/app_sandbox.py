"""Sentences of free play, of Home's doors and of what comes from outside."""

from typing import Final

SANDBOX: Final[dict[str, tuple[str, str]]] = {
    # home
    "app.home.door.learn": ("배우기", "Learn"),
    "app.home.door.learn.about": ("{lesson}", "{lesson}"),
    "app.home.door.learn.done": ("모든 레슨을 마쳤어요", "Every lesson is finished"),
    "app.home.door.sandbox": ("샌드박스", "Sandbox"),
    "app.home.door.sandbox.about": ("마음껏 써 보기", "Try anything"),
    "app.home.door.sandbox.last": ("{name}", "{name}"),
    "app.home.door.quiz": ("퀴즈", "Quiz"),
    "app.home.door.quiz.about": ("복습 {count}개", "{count} reviews due"),
    "app.home.door.class": ("학급", "Class"),
    "app.home.door.class.about": ("과제와 제출", "Exercises"),
    "app.home.path": ("레슨", "Lessons"),
    "app.home.path.none": (
        "레슨을 찾지 못했어요. `lessons/` 폴더가 있는지 확인해 주세요.",
        "No lessons were found. Please look whether the `lessons/` folder is there.",
    ),
    "app.later.class": (
        "선생님이 나눠 준 과제 묶음을 여는 곳이에요. 과제마다 기한과 진행 상태를 보여 주고, 다 하면 제출할 파일을 "
        "만들어요.\n\n"
        "과제 묶음은 아직 준비하는 중이에요.\n\n"
        "지금 있는 것: 레슨을 만들고 확인하는 명령이 있어요. `iam-tutor new-lesson`, `iam-tutor check`, "
        "`iam-tutor preview`예요.",
        "Here a pack of exercises from your teacher will open, with a due date and the state of each, and the "
        "file to hand in.\n\n"
        "Packs are still being made.\n\n"
        "What is there already: commands to write a lesson and to check it: `iam-tutor new-lesson`, "
        "`iam-tutor check` and `iam-tutor preview`.",
    ),
    "app.later.learn": ("다음 레슨 열기", "open the next lesson"),
    "app.later.back": ("처음 화면으로", "back Home"),
    # choosing a sandbox
    "app.sandboxes.title": ("샌드박스", "Sandbox"),
    "app.sandboxes.lead": (
        "무엇이든 해 볼 수 있는 계정이에요. 레슨의 계정과는 따로 있어요.",
        "An account in which anything can be tried. The lessons' account is another one.",
    ),
    "app.sandboxes.kept": ("이어서 하기", "Go on with"),
    "app.sandboxes.new": ("새로 만들기", "Make a new one"),
    "app.sandboxes.none": (
        "아직 만든 샌드박스가 없어요. Enter를 누르면 빈 계정으로 하나 만들어요.",
        "There is no sandbox yet. Enter makes one with an empty account.",
    ),
    "app.sandboxes.empty": ("빈 계정", "an empty account"),
    "app.sandboxes.empty.about": (
        "`admin` 사용자 한 명뿐인 계정이에요. 관리자 권한과 액세스 키가 있어요.",
        "One user, `admin`, with administrator rights and an access key; nothing else.",
    ),
    "app.sandboxes.lesson.about": (
        "이 레슨이 시작할 때의 계정이에요. 사람, 정책, 버킷이 그대로 있고 목표는 없어요.",
        "The account of this lesson's first moment, with its people, policies and buckets, and no goals.",
    ),
    "app.sandboxes.kept.empty": ("빈 계정에서 시작했어요.", "Began as an empty account."),
    "app.sandboxes.kept.lesson": (
        "레슨 계정에서 시작했어요: {lesson}",
        "Began with the account of {lesson}.",
    ),
    "app.sandboxes.kept.when": ("마지막으로 쓴 때: {when}", "Last used: {when}"),
    "app.sandboxes.endpoint": ("다른 터미널의 AWS CLI로 쓰려면:", "To use it from your own AWS CLI:"),
    "app.sandboxes.name": ("새 샌드박스의 이름", "Name of the new sandbox"),
    "app.sandboxes.name.bad": (
        "글자, 숫자, 띄어쓰기, 점, 줄표로 64자까지 쓸 수 있어요. 글자나 숫자로 시작해 주세요.",
        "Up to 64 letters, digits, spaces, dots and hyphens, beginning with a letter or digit.",
    ),
    "app.sandboxes.name.taken": ("그 이름은 이미 있어요.", "That name is taken already."),
    "app.sandboxes.name.close": ("Enter: 만들기 · Esc: 취소", "Enter: make it · Esc: cancel"),
    "app.sandboxes.reset.ask": (
        "{name} 샌드박스를 처음 계정으로 되돌릴까요? 지금까지의 계정은 사라져요.",
        "Take {name} back to the account it began with? The account of now is gone then.",
    ),
    "app.sandboxes.reset.yes": ("처음으로 되돌리기", "Begin it again"),
    "app.sandboxes.delete.ask": (
        "{name} 샌드박스를 지울까요? 안에 있는 파일까지 모두 사라져요.",
        "Delete {name}? Everything in it is gone, its files too.",
    ),
    "app.sandboxes.delete.yes": ("지우기", "Delete it"),
    "app.sandboxes.no": ("그대로 두기", "Leave it as it is"),
    "app.sandboxes.reset.done": ("{name} 샌드박스를 처음으로 되돌렸어요.", "{name} begins again."),
    "app.sandboxes.delete.done": ("{name} 샌드박스를 지웠어요.", "{name} is deleted."),
    "app.sandboxes.kept-only": (
        "이미 만든 샌드박스에서만 할 수 있어요.",
        "Only a sandbox that is kept can be begun again or deleted.",
    ),
    # an open sandbox
    "app.kind.sandbox": ("자유 연습", "Free play"),
    "app.sandbox.title": ("샌드박스 {name}", "Sandbox {name}"),
    "app.sandbox.begun.empty": (
        "빈 계정에서 시작했어요. 콘솔의 명령은 `{user}` 사용자의 이름으로 나가요.",
        "This account began empty. Lines in the console speak for the user `{user}`.",
    ),
    "app.sandbox.begun.lesson": (
        "“{lesson}” 레슨이 시작할 때의 계정이에요. 목표는 없어요.",
        "This is the account of “{lesson}” at its first moment. There are no goals.",
    ),
    "app.sandbox.rules": (
        "무엇이든 해 보세요. `undo` 명령으로 되돌리고, `reset` 명령으로 처음부터 다시 할 수 있어요.",
        "Try anything: `undo` takes it back, `reset` begins again.",
    ),
    "app.ideas": ("해 볼 만한 것", "Things to try"),
    "app.ideas.instead": (
        "여기는 정해진 단계가 없어요. 이런 것을 해 볼 수 있어요:",
        "There are no steps here. Some things to try:",
    ),
    "app.invite.sandbox": (
        "명령을 입력해요. 위의 줄을 누르면 콘솔에 옮겨져요.",
        "Type a command; a click on a line above puts it here.",
    ),
    "app.idea.why": ("방금 `{who}` 보안 주체는 왜 거부됐을까요?", "Why was {who} refused a moment ago?"),
    "app.idea.keep": (
        "방금 받은 키를 `{user}` 프로필로 간직해요.",
        "Keep the key that you were given as the profile {user}.",
    ),
    "app.idea.user": ("사용자를 한 명 만들어요.", "Make a user."),
    "app.idea.key": ("`{user}` 사용자에게 액세스 키를 줘요.", "Give {user} an access key."),
    "app.idea.as": (
        "`{user}` 사용자의 이름으로 물어봐요. 통과할까요?",
        "Ask as {user}. Will it go through?",
    ),
    "app.idea.attach": ("`{user}` 사용자에게 읽기 권한을 줘요.", "Let {user} read everything."),
    "app.idea.group": ("사용자 그룹을 만들어요.", "Make a group for people with the same job."),
    "app.idea.broad": (
        "무엇이든 할 수 있는 사용자가 {count}명이에요. `{user}` 사용자를 살펴봐요.",
        "{count} users may do anything. Look at {user}.",
    ),
    "app.idea.who": ("지금 나는 누구인가요?", "Who am I here?"),
    "app.idea.list": ("`{bucket}` 버킷에 무엇이 있나요?", "What is in the bucket {bucket}?"),
    "app.idea.bucket": ("버킷을 만들어요.", "Make a bucket."),
    "app.idea.file": ("정책을 직접 써 봐요.", "Write a policy of your own."),
    "app.idea.undo": ("마지막 변경을 되돌려요.", "Take the last change back."),
    "app.idea.map": ("누가 무엇을 할 수 있는지 지도로 봐요.", "See who may do what."),
    "app.idea.history": ("지금까지의 요청을 봐요.", "Look at the requests so far."),
    # from outside
    "app.live": ("연결됨", "live"),
    "app.outside.request": ("밖에서 온 요청", "from outside"),
    "app.outside.begin": (
        "밖에서 계정을 처음부터 다시 시작했어요.",
        "from outside: the account began again.",
    ),
    "app.outside.move": (
        "밖에서 계정을 다른 때로 옮겼어요.",
        "from outside: the account went to another moment.",
    ),
    "app.outside.clock": ("밖에서 샌드박스의 시계를 옮겼어요.", "from outside: the sandbox clock was moved."),
    "app.outside.more": ("밖에서 온 요청이 {count}개 더 있어요.", "from outside: {count} more before these."),
    # screens
    "app.settings.scope.sandbox": ("샌드박스", "sandbox"),
    "app.settings.scope.sandboxes": ("샌드박스 고르기", "choosing a sandbox"),
    "app.settings.scope.later": ("퀴즈와 학급", "quiz and class"),
    "app.settings.scope.settings": ("설정", "settings"),
    "app.settings.scope.page": ("긴 출력", "long page"),
    "app.settings.scope.account": ("계정", "account"),
    "app.settings.scope.map": ("지도", "map"),
    # commands
    "app.command.learn": ("배우기", "learn"),
    "app.command.learn.about": (
        "그만둔 곳에서 이어서 배워요.",
        "Goes on with the lessons where you left them.",
    ),
    "app.command.sandbox": ("샌드박스", "sandbox"),
    "app.command.sandbox.about": (
        "레슨 없이 자유롭게 써 보는 계정을 열어요.",
        "Opens an account to play in, without a lesson.",
    ),
    "app.command.quiz": ("퀴즈", "quiz"),
    "app.command.quiz.about": ("오늘 복습할 것을 보여 줘요.", "Shows what is to be reviewed today."),
    "app.command.class": ("학급", "class"),
    "app.command.class.about": ("선생님이 나눠 준 과제를 열어요.", "Opens the exercises of your class."),
    "app.command.lessons": ("레슨으로", "lessons"),
    "app.command.lessons.about": ("레슨의 길로 가요.", "Goes to the path of lessons."),
    "app.command.choose": ("열기", "open"),
    "app.command.choose.about": (
        "표시된 샌드박스를 열거나 새로 만들어요.",
        "Opens the marked sandbox, or makes a new one.",
    ),
    "app.command.begin-again": ("초기화", "begin again"),
    "app.command.begin-again.about": (
        "표시된 샌드박스를 처음 계정으로 되돌려요. 먼저 물어봐요.",
        "Takes the marked sandbox back to the account it began with; asks first.",
    ),
    "app.command.delete-sandbox": ("지우기", "delete"),
    "app.command.delete-sandbox.about": (
        "표시된 샌드박스를 지워요. 먼저 물어봐요.",
        "Deletes the marked sandbox; asks first.",
    ),
    "app.command.back-home": ("처음으로", "home"),
    "app.command.back-home.about": ("처음 화면으로 돌아가요.", "Goes back Home."),
    "app.command.leave-later": ("처음으로", "home"),
    "app.command.leave-later.about": ("처음 화면으로 돌아가요.", "Goes back Home."),
    "app.command.sandboxes": ("다른 샌드박스", "sandboxes"),
    "app.command.sandboxes.about": (
        "다른 샌드박스를 고르거나 새로 만들어요.",
        "Chooses another sandbox, or makes a new one.",
    ),
    "app.command.tour": ("화면 둘러보기", "tour"),
    "app.command.tour.about": (
        "화면에 무엇이 있는지 짧게 알려 줘요.",
        "Tells in a few words what is where on the screen.",
    ),
}
