"""Sentences for single faults in rosters and round files."""

from typing import Final

from cadre_tui.locale import N_
from cadre_tui.model.codes import checklists as shared
from cadre_tui.model.codes import inputs as codes

ROSTERS: Final[dict[str, str]] = {
    codes.UNKNOWN_ENCODING: N_("认不出文件的编码：请另存为 .xlsx，或另存为 CSV，编码选 UTF-8"),
    codes.DAMAGED_WORKBOOK: N_("文件打不开，可能已损坏：请用 Excel 或 WPS 打开后另存为 .xlsx"),
    codes.DAMAGED_CSV: N_("这一行的 CSV 写法不对，可能是引号没有成对：请改正，或另存为 .xlsx"),
    codes.NO_PEOPLE: N_("里面没有人：第一行写列名，以下每行写一个人"),
    codes.NO_HEADINGS: N_("找不到列名：第一行要写列名，至少有：{needed}（英文写 {english}）"),
    codes.TOO_MANY_ROWS: N_("超过 {most} 行，太多了：请删去多余的行"),
    codes.COLUMN_MISSING: N_("缺少“{name}”这一列（英文列名可写 {english}）"),
    codes.COLUMN_MISNAMED: N_("缺少“{name}”这一列；“{instead}”如果就是，请把列名改成“{name}”"),
    codes.COLUMN_TWICE: N_("“{name}”这一列前面已经有了：请只留一列"),
    codes.EMPTY_CELL: N_("这一格不能是空的"),
    codes.ID_TWICE: N_("编号“{name}”在第 {row} 行已经用过：每人一个编号，不能重复"),
    codes.ID_ALIKE: N_("编号“{name}”和第 {row} 行的“{other}”只差大小写，容易弄错：请改一个"),
    codes.BAD_PERSON_ID: N_(
        "编号“{name}”不能这样写：以字母、数字或汉字开头，后面还可以有 - _ . @，不能有空格和别的符号"
    ),
    codes.NO_SUCH_LEVEL: N_("没有叫“{name}”的层级，可以写：{known}；本县自设的层级要带前缀，如 qinghe.street"),
    codes.NO_SUCH_COLLEAGUE: N_("花名册里没有编号为“{name}”的人：请写编号，几个编号之间用顿号隔开"),
    codes.OWN_COLLEAGUE: N_("“{name}”是本人：自己不能评价自己，请去掉"),
    codes.TOO_LONG: N_("有 {length} 个字，太长了，最多 {most} 个字"),
    codes.UNPRINTABLE: N_("里面有看不见的控制字符：请删掉这一格，重新输入"),
    codes.BECAME_DATE: N_("电子表格把这一格变成了日期 {name}：请把单元格格式设为“文本”，重新输入"),
    codes.CELL_ERROR: N_("这一格的公式出错了（{name}）：请直接写出内容"),
    codes.NO_SUCH_SUPERIOR: N_("花名册里没有编号为“{name}”的人：上级请写编号；上级不在花名册里的，请空着"),
    codes.OWN_SUPERIOR: N_("“{name}”是本人：自己不能是自己的上级，请改正或空着"),
    codes.ONE_SUPERIOR: N_("上级只能写一个人的编号，这里写的是“{name}”"),
    codes.SUPERIOR_CIRCLE: N_("上级绕成了圈：{circle}；请改正其中一个人的上级"),
    codes.NO_SUCH_UNIT: N_("没有人的“单位”写的是“{name}”：请写花名册里的单位名称，几个单位之间用顿号隔开"),
    codes.NO_SUCH_STANDING: N_("不能写“{name}”，可以写：{known}；在岗的也可以空着"),
    codes.NEITHER_RATED_NOR_NOT: N_("不能写“{name}”，可以写：{known}；参评的也可以空着"),
    codes.MERGED_CELLS: N_(
        "这里是合并的单元格（{name}），只有第一格有内容，别的各行就成了空的：请取消合并，每一行都写上"
    ),
    codes.UNSOLVED_CELL: N_(
        "这一格的公式还没有算出结果，读不到内容：请用 Excel 或 WPS 打开这个文件，保存一次再导入，或直接写出内容"
    ),
    codes.OWN_UNIT: N_("“{name}”就是本人的单位，这里不用写，没有读"),
    codes.COLUMN_IGNORED: N_("不认识“{name}”这一列，没有读；认识的列有：{known}"),
    codes.SHEET_IGNORED: N_("这个工作表没有读，只读了“{read}”"),
}

ROUND_FILES: Final[dict[str, str]] = {
    codes.ROUND_WRONG_SCHEMA: N_("schema 应写成整数 {known}，或者不写"),
    codes.ROUND_BAD_ID: N_("轮次的编号“{name}”不能这样写：用字母、数字和 - _ .，不超过 40 个字，如 2026-h2"),
    codes.ROUND_OUT_OF_RANGE: N_(
        "这个数不在允许的范围内：人数（min_raters、min_comments、reviewers、minimum）至少是 1，places 是 0 到 4，"
        "validity、quota、refer 里的占比是 0 到 1，其余的不小于零"
    ),
    codes.ROUND_OTHER_VERSION: N_("一轮里同一张考评表只能用一个版本：前面写的是“{other}”，这里写的是“{name}”"),
    codes.ROUND_BAD_DEADLINE: N_(
        "截止时间写成 2026-12-20（到当天结束）或 2026-12-20T18:00:00+08:00，不加引号，年份在 2000 到 2199 之间"
    ),
    codes.ROUND_BAD_OPENING: N_(
        "开始时间写成 2026-12-01（从当天零点起）或 2026-12-01T08:00:00+08:00，不加引号，年份在 2000 到 2199 之间"
    ),
    codes.ROUND_OPENS_TOO_LATE: N_("开始时间不早于截止时间 {moment}，没有人来得及填：请改早，或推迟截止"),
    codes.ROUND_OPENS_TOO_SOON: N_(
        "先自评后互评，自评到 {moment} 才结束：请把这里的开始时间推到那以后，或把 sequence 改成 together"
    ),
    codes.ROUND_NO_TIME_LEFT: N_(
        "先自评后互评，自评到 {moment} 才结束，这里的截止时间应当更晚：请推迟，或把 sequence 改成 together"
    ),
    codes.ROUND_NOTHING_FIRST: N_("sequence 写的是先自评（self-first），却没有考评表由本人填：加一张，或去掉这一项"),
    codes.ROUND_TOO_FEW: N_(
        "保密的轮次至少要 {fewest} 人评才能显示，否则各人打多少分推得出来：请改为 {fewest} 以上，或改为记名（named）"
    ),
    codes.ROUND_COMMENTS_FROM_FEWER: N_(
        "显示评语要的人数（{comments}）不能少于显示分数要的人数（{raters}）：请把 min_comments 写成 {raters} 以上"
    ),
    codes.ROUND_NO_REVIEWERS: N_("colleagues 写的是 balanced，要写每人由几个人评：请加上一行，如 reviewers = 7"),
    codes.ROUND_FEW_REVIEWERS: N_(
        "保密的轮次，至少 {raters} 人评才能显示，另要多请两人留余地：请把 reviewers 从 {reviewers} 改成 {needed} 以上"
    ),
    codes.ROUND_NO_GROUPS: N_(
        "colleagues 写的是 groups，却没有写评价主体：请加上 [[group]]，写明 id、title 和 who，或改 colleagues"
    ),
    codes.ROUND_NO_SUCH_GROUP: N_("没有编号为“{name}”的评价主体可以并入，可以写：{known}"),
    codes.ROUND_MERGED_WITH_ITSELF: N_("评价主体“{name}”不能并入自己：请写另一个主体的编号，或去掉 merge"),
    codes.ROUND_MERGE_CIRCLE: N_("评价主体的并入绕成了一圈（{circle}），人数不够时无处可并：请去掉其中一个 merge"),
    codes.ROUND_WEIGHTLESS_GROUPS: N_("各评价主体的权重（weight）都是零，算不出分数：请至少给一个主体写上权重"),
    codes.ROUND_QUOTA_OF_NOTHING: N_("没有写等次，名额（[quota]）无从给起：请写上 [[grade]]，或去掉名额"),
    codes.ROUND_NO_SUCH_GRADE: N_("没有代码为“{name}”的等次，可以写：{known}"),
    codes.ROUND_QUOTA_OF_LOWEST: N_("“{name}”是最低的等次，超出名额的人没有等次可给：请写高一等的，或去掉名额"),
    codes.ROUND_REFER_ONE: N_("under（低于）和 over（高于）要写一个，也只能写一个"),
    codes.ROUND_REFER_NEVER: N_("这个情形永远不会有：没有比 0 更低、比 1 更高的占比"),
    codes.ROUND_ADOPT_MEAN: N_(
        "采用校正分（adjusted）的，同事评分要按平均（rule 写 mean 或不写），这里写的是 {name}"
    ),
    codes.ROUND_RULE_NAMED: N_(
        '插件的计分规则（{name}）只能用在记名的轮次（secrecy = "named"）：插件怎么算，程序事先不知道，'
        "保证不了算出的数看不出是谁打的分。请改用程序自带的规则，或改为记名"
    ),
    codes.ROUND_ANONYMOUS_BY_NAME: N_(
        "不记名的轮次用测评票，谁评的程序不知道：由名字来安排的（{name}：分配、名单、回避等）都不能用，请写 ballots"
    ),
    codes.ROUND_BALLOTS_NOT_ANONYMOUS: N_(
        "colleagues 写的是 ballots（测评票），secrecy 就要写 anonymous（不记名）；要保密或记名的，请改 colleagues"
    ),
    codes.ROUND_FEW_TELLERS: N_(
        "不记名的轮次要有监票人开箱，至少 {least} 个人：请在 tellers 里写上他们的编号，中间用逗号隔开"
    ),
    codes.ROUND_NO_BALLOT_GROUPS: N_(
        "不记名的轮次按评价主体印票条：请加上 [[group]]，写明 id、title 和 weight，只有一个主体也要写"
    ),
    codes.ROUND_BALLOT_GROUP_BY_NAME: N_(
        "不记名的轮次，谁抽到哪个主体的票条就算哪个主体，程序不看名字：请去掉 {name}，发票条时按主体分开发"
    ),
    codes.ROUND_BALLOTS_NEVER_LATE: N_(
        "不记名的轮次不能宽限：标明迟交的票会被认出来；请去掉 grace，要多给时间就推迟截止"
    ),
    codes.ROUND_BALLOTS_WHOLE: N_("不记名的票每一行都要评，不能留空（不了解也是一个选项）：请去掉 blanks"),
    codes.ROUND_BALLOTS_PLAIN: N_(
        "不记名的轮次不能按评价人的宽严校正：程序不知道哪些票是一个人评的；adopt 请写 plain 或不写"
    ),
    codes.ROUND_IDLE_TELLERS: N_("不是不记名的轮次，{name} 用不上"),
    codes.ROUND_IDLE_RULE: N_("没有考评表由同事填，{name} 用不上"),
    codes.ROUND_NOT_BALANCED: N_("colleagues 写的不是 balanced，{name} 用不上"),
    codes.ROUND_IDLE_GROUPS: N_("colleagues 写的不是 groups，评价主体（[[group]]）用不上"),
    codes.ROUND_IDLE_GRACE: N_("没有截止时间，宽限（grace）用不上"),
    codes.ROUND_NOTHING_AFTER: N_("除了自评没有别的要填，先自评（self-first）用不上"),
    codes.ROUND_IDLE_BEST: N_("没有考评表由同事填，对评“最好”的限制用不上"),
    codes.ROUND_NEGATIVE: N_("权重不能小于零，这里写的是 {number}"),
    codes.ROUND_NO_COLLEAGUES: N_("colleagues 写的是 none，没有人评价同事：请改 colleagues，或去掉这一项"),
    codes.ROUND_NO_INSPECTORS: N_("没有写由谁来督查：请在 inspectors 里写上督查人的编号"),
    codes.ROUND_GRADE_ORDER: N_("等次要从高到低写：这里的 min {number} 应低于上一等次的 {above}"),
    codes.ROUND_GRADE_REQUIRES: N_("轮次的等次只看总分，不能写 require；另有条件的等次写在考评表里"),
    codes.ROUND_OWN_FORMER: N_("former 写的就是本轮：应写上一轮的编号，没有就不写"),
    codes.ROUND_ZONE_ASSUMED: N_("没有写时区，按北京时间（+08:00）算"),
    codes.ROUND_DEADLINE_OF_NOBODY: N_("本轮没有考评表由 {name} 填，这个时间用不上"),
    codes.ROUND_IDLE_INSPECTORS: N_("本轮没有用于督查（check）的考评表，inspectors 用不上"),
    codes.ROUND_NOTHING_COUNTS: N_("没有一张考评表写了权重，本轮不会有总分和等次"),
}

SAME: Final = {
    codes.ROUND_NOT_TOML: shared.NOT_TOML,
    codes.ROUND_NOT_UTF8: shared.NOT_UTF8,
    codes.ROUND_UNKNOWN_KEY: shared.UNKNOWN_KEY,
    codes.ROUND_MISSING_KEY: shared.MISSING_KEY,
    codes.ROUND_WRONG_TYPE: shared.WRONG_TYPE,
    codes.ROUND_NOT_ONE_OF: shared.NOT_ONE_OF,
    codes.ROUND_UNUSABLE_NUMBER: shared.UNUSABLE_NUMBER,
    codes.ROUND_EMPTY: shared.EMPTY,
    codes.ROUND_BAD_LANGUAGE: shared.BAD_LANGUAGE,
    codes.ROUND_TWICE: shared.DUPLICATE,
    codes.ROUND_UNSOUND_TEXT: shared.UNSOUND_TEXT,
}
"""What is told in the words that checklists have for it."""
