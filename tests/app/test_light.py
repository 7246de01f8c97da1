"""What is loaded when: the first frame waits for nothing that it does not show."""

import json
import subprocess
import sys
from pathlib import Path

FIRST_FRAME = """
import asyncio, json, sys
from pathlib import Path
from tutor.app.application import TutorApp
from tutor.app.desk import Desk

async def main():
    app = TutorApp(Desk(Path(sys.argv[1]), "learner"), "ko", first_run=True)
    async with app.run_test() as pilot:
        await pilot.pause()
        print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules} | set(sys.modules))))

asyncio.run(main())
"""


def test_the_language_choice_loads_no_store_no_lesson_and_no_aws(tmp_path: Path) -> None:
    out = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(tmp_path)], capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(out.stdout))
    heavy = {
        "awscli",
        "tinydb",
        "filelock",
        "ruamel",
        "msgspec",
        "markdown_it",
        "tutor.course",
        "tutor.gateway",
    }
    assert loaded & heavy == set()
    assert list(tmp_path.iterdir()) == []
