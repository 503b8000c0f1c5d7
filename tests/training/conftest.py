"""`training` is a package beside `src`, not installed: put it on the path however pytest was started."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
