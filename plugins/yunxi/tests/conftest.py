"""插件没有安装也能测：从这个文件夹里导入。 The plugin is tested from this folder, installed or not."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
