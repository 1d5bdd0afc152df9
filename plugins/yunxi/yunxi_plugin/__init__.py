"""云溪县的插件：``yunxi.certificates``（学分证书）和 ``yunxi.weak_section``（短板封顶）。

Yunxi County: a kind of criterion and a scorer. Each lies in a file of its own; the program finds the hooks here.
"""

from yunxi_plugin.certificates import cadre_criterion_kinds
from yunxi_plugin.weak_section import cadre_score

__all__ = ["cadre_criterion_kinds", "cadre_score"]
