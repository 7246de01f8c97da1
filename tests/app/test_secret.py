"""A password that the console asks for is neither shown, echoed nor remembered."""

from pathlib import Path

from tests.app.driver import learner

PASSWORD = "moonRabbit-2026"


async def test_a_password_is_dots_while_it_is_typed_and_gone_afterwards(tmp_path: Path) -> None:
    async with learner(tmp_path, language="en", first_run=True) as yuna:
        await yuna.press("2")
        await yuna.send("sign-in --root mina@moonrabbit.example")
        yuna.learn.console.prompt.put(PASSWORD)
        await yuna.settle()
        assert "•" * len(PASSWORD) in yuna.text
        assert PASSWORD not in yuna.text
        await yuna.press("enter")
        assert "Signed in" in yuna.text
        assert "root @ 111111111111" in yuna.text
        assert PASSWORD not in yuna.text
        await yuna.press("up")
        assert PASSWORD not in yuna.learn.console.prompt.text
