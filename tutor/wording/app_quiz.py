"""Sentences of the quiz in the app: its door, questions, exams, progress."""

from typing import Final

QUIZ: Final[dict[str, tuple[str, str]]] = {
    # door
    "app.quiz.title": ("퀴즈", "Quiz"),
    "app.quiz.lead": (
        "배운 것을 잊을 때쯤 다시 물어요. 한 화면에 한 문제, 답하면 바로 이유를 보여 줘요.",
        "What you learnt is asked again, about when you would forget it. Every answer is explained at once.",
    ),
    "app.quiz.loading": ("문제를 준비하고 있어요…", "Getting the questions ready…"),
    "app.quiz.start.review": ("복습 시작하기", "Start the review"),
    "app.quiz.start.practice": ("주제 고르기", "Choose a topic"),
    "app.quiz.start.topic": ("연습 시작하기", "Practise this"),
    "app.quiz.start.exam": ("새 시험 만들기", "Make an exam"),
    "app.quiz.start.exam.going": ("하던 시험 이어서 보기", "Go on with the exam"),
    "app.quiz.start.daily": ("다섯 문제 풀기", "Answer five"),
    "app.quiz.start.daily.again": ("다섯 문제 더 풀기", "Answer five more"),
    "app.quiz.start.progress": ("실력 보기", "See how it goes"),
    "app.quiz.start.beyond.on": ("끄기", "turn off"),
    "app.quiz.start.beyond.off": ("켜기", "turn on"),
    "app.quiz.start.lesson": ("다음 레슨 열기", "open the next lesson"),
    "app.quiz.about.review": (
        "기억이 흐려질 때가 된 것부터 물어요. 같은 문제가 아니라 늘 새 문제예요. 틀린 것은 끝에 한 번 더 나와요.",
        "What is about to fade comes first, each time as a fresh question. What you miss comes once more at the end.",
    ),
    "app.quiz.about.practice": (
        "레슨, 분야, 기술 가운데 하나를 골라 원하는 만큼 풀어요. 두 번 이어서 맞히면 어려워지고, 틀리면 쉬워져요. "
        "복습 일정은 그대로예요.",
        "Pick a lesson, a section or a skill and answer as long as you like. Two right answers in a row make it "
        "harder, a wrong one easier. Your review dates stay as they are.",
    ),
    "app.quiz.about.exam": (
        "문항 수와 시간을 정하고, 설명 없이 끝까지 풀어요. 나가도 남은 시간이 그대로 있어요. 같은 코드로 시작하면 "
        "반 전체가 같은 시험을 봐요.",
        "You set the number and the minutes, and nothing is explained until the end. You may leave: the time that "
        "is left waits. With the same code a whole class sits the same exam.",
    ),
    "app.quiz.about.daily": (
        "복습할 것부터 다섯 문제. 5분이면 돼요.",
        "Five questions, what is due first. It takes five minutes.",
    ),
    "app.quiz.about.progress": (
        "주마다 얼마나 맞혔고 얼마나 기억하는지, 무엇이 약한지, 앞으로 2주 동안 무엇이 돌아오는지 보여 줘요.",
        "How much was right and how much was still known week by week, what is weak, and what comes back in the "
        "next two weeks.",
    ),
    "app.quiz.beyond.on": ("켜져 있어요", "on"),
    "app.quiz.beyond.off": ("꺼져 있어요", "off"),
    "app.quiz.none-asked": ("아직 푼 문제가 없어요", "nothing answered yet"),
    "app.quiz.totals": ("{asked}문제 풀고 {right}개 맞힘", "{asked} answered, {right} right"),
    # topics
    "app.quiz.topics.title": ("연습 주제", "Practice: a topic"),
    "app.quiz.topics.lead": (
        "무엇을 연습할까요? 배운 것만 나와요.",
        "What will you practise? Only what you were taught is here.",
    ),
    "app.quiz.topic.all": ("배운 것 모두", "All that was taught"),
    "app.quiz.topics.all": ("한꺼번에", "Everything"),
    "app.quiz.topics.lesson": ("레슨", "Lessons"),
    "app.quiz.topics.section": ("분야", "Sections"),
    "app.quiz.topics.skill": ("기술", "Skills"),
    "app.quiz.topic.count": ("기술 {count}개", "{count} skills"),
    "app.quiz.topic.count.one": ("기술 1개", "1 skill"),
    # a question
    "app.quiz.how.choose": (
        "번호나 화살표로 고르고 Enter",
        "a number or the arrows pick, Enter answers",
    ),
    "app.quiz.how.true-false": (
        "번호나 화살표로 고르고 Enter",
        "a number or the arrows pick, Enter answers",
    ),
    "app.quiz.how.several": (
        "맞는 것을 모두: 번호나 Space로 고르고 Enter",
        "all that fit: numbers or Space pick, Enter answers",
    ),
    "app.quiz.how.order": (
        "Shift+↑↓로 옮기고 Enter",
        "Shift+↑↓ moves a piece, Enter answers",
    ),
    "app.quiz.how.match": (
        "↑↓로 왼쪽을 고르고 글자로 짝을 지은 다음 Enter",
        "↑↓ go to a row, a letter pairs it, Enter answers",
    ),
    "app.quiz.how.fill": ("빈칸에 들어갈 것을 적고 Enter", "type what belongs in the gap, then Enter"),
    "app.quiz.how.more": (" · PgDn: 정책 더 보기", " · PgDn scrolls the policies"),
    "app.quiz.not-whole.choose": ("먼저 번호로 하나 골라 주세요.", "Pick one first, by its number."),
    "app.quiz.not-whole.true-false": ("먼저 번호로 하나 골라 주세요.", "Pick one first, by its number."),
    "app.quiz.not-whole.several": (
        "먼저 하나 넘게 골라 주세요. 번호를 누르면 돼요.",
        "Pick at least one first, by its number.",
    ),
    "app.quiz.not-whole.order": ("먼저 순서를 맞춰 주세요.", "Put them in order first."),
    "app.quiz.not-whole.match": ("아직 짝이 없는 것이 있어요.", "Not every row has its letter yet."),
    "app.quiz.not-whole.fill": ("먼저 빈칸을 채워 주세요.", "Fill the gap first."),
    "app.quiz.next": ("다음 문제", "next question"),
    "app.quiz.finish": ("마치기", "finish"),
    "app.quiz.way.decision": ("이 요청의 판정 보기", "the decision of this very request"),
    "app.quiz.way.lesson": ("{lesson} 레슨 열기", "open the lesson {lesson}"),
    "app.quiz.way.sandbox": ("이 계정을 샌드박스에서 써 보기", "try this account in a sandbox"),
    "app.quiz.no-statement": (
        "이 요청에 맞는 문장이 없어요. {flip} 키를 누르면 무엇을 바꾸면 결과가 달라지는지 보여 줘요.",
        "No statement fits this request. {flip} shows what would change the answer.",
    ),
    "app.quiz.no-decision": (
        "판정을 볼 요청이 있는 문제에서, 답한 다음에 쓸 수 있어요.",
        "There is a decision to look at after the answer to a question about a request.",
    ),
    "app.quiz.after-answer": ("답한 다음에 쓸 수 있어요.", "This comes after your answer."),
    "app.quiz.no-lesson": (
        "노트 너머의 내용이라 다룬 레슨이 없어요.",
        "This lies beyond the notes; no lesson teaches it.",
    ),
    "app.quiz.no-sandbox": (
        "이 문제의 계정은 샌드박스로 옮길 수 없어요.",
        "The account of this question cannot be put into a sandbox.",
    ),
    "app.quiz.sandbox-name": ("quiz", "quiz"),
    "app.quiz.score": ("{asked}문제 중 {right}개", "{right} of {asked} right"),
    "app.quiz.over": ("끝", "Done"),
    "app.quiz.over.enter": ("Enter를 누르면 퀴즈 첫 화면으로 가요.", "Enter goes back to the quiz."),
    "app.quiz.over.missed": ("다시 볼 것", "Worth another look"),
    "app.quiz.over.none": ("물어볼 것이 없어요.", "There is nothing to ask."),
    # sandbox
    "app.sandbox.begun.quiz": (
        "퀴즈 문제의 계정이에요. 콘솔의 명령은 `{user}` 이름으로 나가요. 루트 사용자로 고치려면 명령에 "
        "`--profile root`를 붙여요.",
        "This is the account of a quiz question. Lines in the console speak for `{user}`; to change things as the "
        "root user, add `--profile root`.",
    ),
    "app.sandboxes.kept.quiz": (
        "퀴즈 문제의 계정으로 시작했어요.",
        "Began as the account of a quiz question.",
    ),
    # exam
    "app.exam.title": ("시험", "Exam"),
    "app.exam.form.title": ("새 시험", "A new exam"),
    "app.exam.form.lead": (
        "시작하면 시간이 흘러요. 나가면 멈추고, 다시 열면 남은 시간부터 이어져요.",
        "The clock runs from the start. Leaving stops it; coming back goes on with what is left.",
    ),
    "app.exam.form.number": ("문항", "Questions"),
    "app.exam.form.minutes": ("시간(분)", "Minutes"),
    "app.exam.form.sections": ("분야", "Sections"),
    "app.exam.form.code": ("반 코드", "Class code"),
    "app.exam.form.code.about": (
        "선생님이 준 코드가 있으면 여기에 적어요. 위에서 고른 것 대신 그 시험을 봐요.",
        "If your teacher gave you a code, type it here: it takes the place of all the above.",
    ),
    "app.exam.form.mine": ("이 시험의 코드: {code}", "This exam's code: {code}"),
    "app.exam.form.taught": (
        "배우지 않은 것도 나올 수 있어요: 시험은 고른 분야를 모두 물어요.",
        "It may ask what you were not taught yet: an exam covers all of its sections.",
    ),
    "app.exam.form.none": ("분야를 하나는 골라 주세요.", "Choose at least one section."),
    "app.exam.form.begin": ("시작하기", "begin"),
    "app.exam.form.keys": (
        "Tab 다음 칸 · ←→ 고르기 · Space 켜고 끄기",
        "Tab next · ←→ choose · Space on and off",
    ),
    "app.exam.left": ("남은 시간 {minutes:02}:{seconds:02}", "{minutes:02}:{seconds:02} left"),
    "app.exam.place": ("{number} / {of}", "{number} of {of}"),
    "app.exam.answered": ("답한 것 {done} / {of}", "{done} of {of} answered"),
    "app.exam.kept": (
        "✓ 답을 적어 두었어요. 끝나기 전에는 바꿀 수 있어요.",
        "✓ Your answer is noted; you can change it until you hand in.",
    ),
    "app.exam.ask": (
        "시험을 낼까요? {of}문제 가운데 {done}문제에 답했어요.",
        "Hand in the exam? {done} of {of} questions are answered.",
    ),
    "app.exam.ask.yes": ("네, 내요", "Yes, hand it in"),
    "app.exam.ask.no": ("아니요, 더 볼게요", "No, not yet"),
    "app.exam.report.title": ("시험 결과", "Exam report"),
    "app.exam.report.used": ("{minutes}분 {seconds:02}초 걸렸어요", "{minutes} min {seconds:02} s used"),
    "app.exam.report.skills": ("기술별", "By skill"),
    "app.exam.report.wrong": ("다시 볼 문제", "To look at again"),
    "app.exam.report.all-right": ("모두 맞혔어요.", "Everything was right."),
    "app.exam.look.title": ("시험 · 틀린 문제", "Exam · missed"),
    # progress
    "app.progress.title": ("실력", "Progress"),
    "app.progress.skills": ("기술", "Skills"),
    "app.progress.level": ("수준", "level"),
    "app.progress.recall": ("기억", "recall"),
    "app.progress.due": ("복습", "due"),
    "app.progress.right": ("정답", "right"),
    "app.progress.mastered": ("익힌 기술 {count}개", "{count} mastered"),
    "app.progress.today": ("오늘", "today"),
    "app.progress.in-days": ("{days}일 뒤", "in {days} d"),
    "app.progress.new": ("새로", "new"),
    "app.progress.week.now": ("이번 주", "this week"),
    "app.progress.legend": ("█ 정답률   ● 기억", "█ accuracy   ● recall"),
    "app.progress.sum": ("앞으로 {days}일 동안 {count}개", "{count} in the next {days} days"),
    "app.progress.practise": ("Enter: 이 기술 연습하기", "Enter: practise this skill"),
    # scopes
    "app.settings.scope.quiz-door": ("퀴즈 첫 화면", "quiz"),
    "app.settings.scope.quiz-topics": ("연습 주제", "practice topics"),
    "app.settings.scope.quiz": ("문제", "question"),
    "app.settings.scope.quiz-why": ("문제의 판정", "a question's decision"),
    "app.settings.scope.quiz-progress": ("실력", "progress"),
    "app.settings.scope.exam-form": ("새 시험", "new exam"),
    "app.settings.scope.exam": ("시험", "exam"),
    "app.settings.scope.exam-report": ("시험 결과", "exam report"),
    "app.settings.scope.exam-look": ("시험에서 틀린 문제", "missed in an exam"),
    # commands
    "app.command.quiz-open": ("열기", "open"),
    "app.command.quiz-open.about": (
        "표시된 방식으로 시작하거나, 스위치를 켜고 꺼요.",
        "Begins what is marked, or turns the switch.",
    ),
    "app.command.quiz-home": ("처음으로", "home"),
    "app.command.quiz-home.about": ("처음 화면으로 돌아가요.", "Goes back Home."),
    "app.command.quiz-practise": ("연습하기", "practise"),
    "app.command.quiz-practise.about": ("표시된 주제를 연습해요.", "Practises the marked topic."),
    "app.command.quiz-topics-back": ("퀴즈로", "back"),
    "app.command.quiz-topics-back.about": ("퀴즈 첫 화면으로 돌아가요.", "Goes back to the quiz."),
    "app.command.quiz-answer": ("답하기·다음", "answer/next"),
    "app.command.quiz-answer.about": (
        "고른 것으로 답하고, 답한 다음에는 다음 문제로 가요.",
        "Answers with what is picked; after that goes to the next question.",
    ),
    "app.command.quiz-hint": ("힌트", "hint"),
    "app.command.quiz-hint.about": (
        "힌트를 보여 줘요. 힌트를 보고 맞히면 조금 더 일찍 다시 물어요.",
        "Shows a hint; what is right with a hint comes again a little sooner.",
    ),
    "app.command.quiz-decision": ("판정", "decision"),
    "app.command.quiz-decision.about": (
        "답한 다음, 바로 그 요청이 어떻게 정해졌는지 보여 줘요.",
        "After the answer, shows how that very request was decided.",
    ),
    "app.command.quiz-lesson": ("레슨", "lesson"),
    "app.command.quiz-lesson.about": (
        "답한 다음, 이 내용을 다룬 레슨을 열어요.",
        "After the answer, opens the lesson that teaches this.",
    ),
    "app.command.quiz-pass": ("모르겠어요", "don't know"),
    "app.command.quiz-pass.about": (
        "모른다고 답하고 설명을 봐요. 틀린 답과 똑같이 셈해요.",
        "Answers that you do not know and shows why; it counts as a wrong answer.",
    ),
    "app.command.quiz-sandbox": ("써 보기", "try it"),
    "app.command.quiz-sandbox.about": (
        "답한 다음, 문제의 계정을 새 샌드박스에 만들어서 열어요.",
        "After the answer, makes the question's account in a new sandbox and opens it.",
    ),
    "app.command.quiz-undo": ("되돌리기", "undo"),
    "app.command.quiz-undo.about": (
        "오늘의 마지막 복습 답을 없던 것으로 해요.",
        "Takes back the last answer of today that moved a review.",
    ),
    "app.command.quiz-page": ("아래로", "down"),
    "app.command.quiz-page.about": (
        "정책과 요청을 아래로 넘겨요.",
        "Scrolls the policies and the request down.",
    ),
    "app.command.quiz-page-back": ("위로", "up"),
    "app.command.quiz-page-back.about": (
        "정책과 요청을 위로 넘겨요.",
        "Scrolls the policies and the request up.",
    ),
    "app.command.quiz-leave": ("그만하기", "leave"),
    "app.command.quiz-leave.about": (
        "퀴즈 첫 화면으로 돌아가요. 답한 것은 모두 남아 있어요.",
        "Goes back to the quiz; every answer given is kept.",
    ),
    "app.command.quiz-weakest": ("연습하기", "practise"),
    "app.command.quiz-weakest.about": ("표시된 기술을 연습해요.", "Practises the marked skill."),
    "app.command.quiz-progress-back": ("퀴즈로", "back"),
    "app.command.quiz-progress-back.about": ("퀴즈 첫 화면으로 돌아가요.", "Goes back to the quiz."),
    "app.command.exam-begin": ("시작하기", "begin"),
    "app.command.exam-begin.about": (
        "시험을 시작해요. 시간이 흐르기 시작해요.",
        "Begins the exam; the clock starts.",
    ),
    "app.command.exam-form-back": ("퀴즈로", "back"),
    "app.command.exam-form-back.about": ("시험을 시작하지 않고 돌아가요.", "Goes back without an exam."),
    "app.command.exam-answer": ("답하기", "answer"),
    "app.command.exam-answer.about": (
        "고른 답을 적어 두고 다음 문제로 가요.",
        "Notes the answer and goes to the next question.",
    ),
    "app.command.exam-before": ("이전", "previous"),
    "app.command.exam-before.about": ("앞 문제로 가요.", "Goes to the question before."),
    "app.command.exam-next": ("다음", "next"),
    "app.command.exam-next.about": (
        "답하지 않고 다음 문제로 가요.",
        "Goes to the next question without an answer.",
    ),
    "app.command.exam-open": ("빈 문제", "open"),
    "app.command.exam-open.about": (
        "아직 답하지 않은 다음 문제로 가요.",
        "Goes to the next question that has no answer yet.",
    ),
    "app.command.exam-hand-in": ("내기", "hand in"),
    "app.command.exam-hand-in.about": ("시험을 내요. 먼저 물어봐요.", "Hands in the exam; asks first."),
    "app.command.exam-page": ("아래로", "down"),
    "app.command.exam-page.about": (
        "정책과 요청을 아래로 넘겨요.",
        "Scrolls the policies and the request down.",
    ),
    "app.command.exam-page-back": ("위로", "up"),
    "app.command.exam-page-back.about": (
        "정책과 요청을 위로 넘겨요.",
        "Scrolls the policies and the request up.",
    ),
    "app.command.exam-leave": ("나가기", "leave"),
    "app.command.exam-leave.about": (
        "시험을 멈추고 나가요. 답과 남은 시간이 그대로 있어요.",
        "Leaves the exam; the answers and the time that is left wait.",
    ),
    "app.command.exam-look": ("다시 보기", "look"),
    "app.command.exam-look.about": (
        "표시된 문제를 설명과 함께 봐요.",
        "Shows the marked question with its explanation.",
    ),
    "app.command.exam-report-back": ("퀴즈로", "back"),
    "app.command.exam-report-back.about": ("퀴즈 첫 화면으로 돌아가요.", "Goes back to the quiz."),
    "app.command.look-next": ("다음", "next"),
    "app.command.look-next.about": ("다음 틀린 문제를 봐요.", "Goes to the next one that was missed."),
    "app.command.look-before": ("이전", "previous"),
    "app.command.look-before.about": ("앞의 틀린 문제를 봐요.", "Goes to the one before."),
    "app.command.look-decision": ("판정", "decision"),
    "app.command.look-decision.about": (
        "바로 그 요청이 어떻게 정해졌는지 보여 줘요.",
        "Shows how that very request was decided.",
    ),
    "app.command.look-lesson": ("레슨", "lesson"),
    "app.command.look-lesson.about": ("이 내용을 다룬 레슨을 열어요.", "Opens the lesson that teaches this."),
    "app.command.look-sandbox": ("써 보기", "try it"),
    "app.command.look-sandbox.about": (
        "문제의 계정을 새 샌드박스에 만들어서 열어요.",
        "Makes the question's account in a new sandbox and opens it.",
    ),
    "app.command.look-page": ("아래로", "down"),
    "app.command.look-page.about": (
        "정책과 요청을 아래로 넘겨요.",
        "Scrolls the policies and the request down.",
    ),
    "app.command.look-page-back": ("위로", "up"),
    "app.command.look-page-back.about": (
        "정책과 요청을 위로 넘겨요.",
        "Scrolls the policies and the request up.",
    ),
    "app.command.look-leave": ("결과로", "back"),
    "app.command.look-leave.about": ("시험 결과로 돌아가요.", "Goes back to the report."),
}
