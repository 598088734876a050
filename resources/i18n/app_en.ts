<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于联席</source>
        <translation>About Lianxi</translation>
    </message>
    <message>
        <source>联席</source>
        <translation>Lianxi</translation>
    </message>
    <message>
        <source>检察官联席会议与检察听证的记录工具，供书记员在本机使用。
版本 {version} · Apache-2.0 许可
数据保存在 {file}</source>
        <translation>Keeps the records of prosecutors&apos; joint conferences and of hearings, for clerks, on this computer.
Version {version} · Apache-2.0 licence
The data is in {file}</translation>
    </message>
    <message>
        <source>所用软件和字体的许可</source>
        <translation>Licences of the software and fonts used</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>打开案件文件…</source>
        <translation>Open Case Files…</translation>
    </message>
    <message>
        <source>试用示例</source>
        <translation>Try the Sample</translation>
    </message>
    <message>
        <source>导入虚构的联席会议和听证各一次</source>
        <translation>Import one invented joint conference and one invented hearing</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>把会议记录或者听证笔录导出为 DOCX、PDF</source>
        <translation>Export the record or transcript as DOCX and PDF</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>关闭窗口</source>
        <translation>Close the window</translation>
    </message>
    <message>
        <source>筛选会议</source>
        <translation>Filter Meetings</translation>
    </message>
    <message>
        <source>到会议列表的筛选框</source>
        <translation>Go to the filter of the list of meetings</translation>
    </message>
    <message>
        <source>会议列表</source>
        <translation>List of Meetings</translation>
    </message>
    <message>
        <source>显示或者收起会议列表</source>
        <translation>Show or fold away the list of meetings</translation>
    </message>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>显示或者收起议程、问题和材料</source>
        <translation>Show or fold away agenda, questions and materials</translation>
    </message>
    <message>
        <source>参会人员</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>显示或者收起参会人员</source>
        <translation>Show or fold away the participants</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keyboard Shortcuts</translation>
    </message>
    <message>
        <source>关于联席</source>
        <translation>About Lianxi</translation>
    </message>
    <message>
        <source>版本、数据位置和许可</source>
        <translation>Version, place of the data, licences</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the System</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text Size</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>重新读取会议，例如在命令行导入以后</source>
        <translation>Read the meetings again, for example after an import on the command line</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>新建联席会议</source>
        <translation>New Joint Conference</translation>
    </message>
    <message>
        <source>新建一次检察官联席会议</source>
        <translation>Make a new prosecutors&apos; joint conference</translation>
    </message>
    <message>
        <source>新建听证</source>
        <translation>New Hearing</translation>
    </message>
    <message>
        <source>新建一次检察听证</source>
        <translation>Make a new hearing</translation>
    </message>
    <message>
        <source>以此会议为样新建</source>
        <translation>New Meeting Like This One</translation>
    </message>
    <message>
        <source>新建会议，沿用这次会议的人员、议程、单位和地点</source>
        <translation>Make a new meeting with the people, agenda, offices and place of this one</translation>
    </message>
    <message>
        <source>从案件文件导入会议；导入不能撤销，但可以再删除</source>
        <translation>Take in meetings from case files; this cannot be undone, but they can be deleted</translation>
    </message>
    <message>
        <source>另存为案件文件…</source>
        <translation>Save as Case File…</translation>
    </message>
    <message>
        <source>把这次会议存为案件文件，可以在别的电脑上打开</source>
        <translation>Save this meeting as a case file that other computers can open</translation>
    </message>
    <message>
        <source>删除会议</source>
        <translation>Delete Meeting</translation>
    </message>
    <message>
        <source>把这次会议移到回收站，以后可以还原</source>
        <translation>Move this meeting to the bin, from which it can come back</translation>
    </message>
    <message>
        <source>回收站…</source>
        <translation>Bin…</translation>
    </message>
    <message>
        <source>查看、还原已删除的会议</source>
        <translation>See and take back deleted meetings</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>语言、外观、本单位和数据位置</source>
        <translation>Language, appearance, own office, place of the data</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销上一步</source>
        <translation>Undo the last step</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>恢复刚才撤销的一步</source>
        <translation>Redo the step that was just undone</translation>
    </message>
    <message>
        <source>记录发言</source>
        <translation>Take Down a Line</translation>
    </message>
    <message>
        <source>到记录页的输入框</source>
        <translation>Go to the typing line of the record</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next Page</translation>
    </message>
    <message>
        <source>会议的下一个页面</source>
        <translation>The next page of the meeting</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous Page</translation>
    </message>
    <message>
        <source>会议的上一个页面</source>
        <translation>The previous page of the meeting</translation>
    </message>
    <message>
        <source>预览和打印…</source>
        <translation>Preview and Print…</translation>
    </message>
    <message>
        <source>预览会议记录或者听证笔录，与导出的 PDF 一致</source>
        <translation>Preview the record or transcript, equal to the exported PDF</translation>
    </message>
    <message>
        <source>从备份恢复…</source>
        <translation>Restore from Backup…</translation>
    </message>
    <message>
        <source>用以前的备份替换现有数据；不能撤销，现有数据会先另存一份备份</source>
        <translation>Replace the data by an earlier backup; this cannot be undone, and the present data is backed up first</translation>
    </message>
    <message>
        <source>会议(&amp;M)</source>
        <translation>&amp;Meeting</translation>
    </message>
    <message>
        <source>操作记录…</source>
        <translation>Operation Log…</translation>
    </message>
    <message>
        <source>查看这次会议何时作过哪些操作，改前、改后的内容</source>
        <translation>What was done to this meeting and when, with what was there before and after</translation>
    </message>
    <message>
        <source>转入下一项</source>
        <translation>Go to Next Item</translation>
    </message>
    <message>
        <source>转入议程的下一项，或者听证的下一个步骤</source>
        <translation>Turn to the next item of the agenda, or to the next step of the hearing</translation>
    </message>
    <message>
        <source>转回上一项</source>
        <translation>Back to Previous Item</translation>
    </message>
    <message>
        <source>转回议程的上一项，或者听证的上一个步骤</source>
        <translation>Turn back to the previous item of the agenda, or to the previous step of the hearing</translation>
    </message>
    <message>
        <source>开始、暂停发言计时</source>
        <translation>Start or Pause Speech Timer</translation>
    </message>
    <message>
        <source>开始或者暂停这次发言的计时；到时只作提示</source>
        <translation>Start or pause the time of this speech; when it is up there is only a reminder</translation>
    </message>
    <message>
        <source>发言计时归零</source>
        <translation>Reset Speech Timer</translation>
    </message>
    <message>
        <source>发言计时从零开始</source>
        <translation>Count the speech from zero</translation>
    </message>
    <message>
        <source>将刚才的发言记为意见</source>
        <translation>Take Down as Opinion</translation>
    </message>
    <message>
        <source>把这位发言人刚才的发言记为对一个问题的意见</source>
        <translation>Take down the last lines of this speaker as an opinion on a question</translation>
    </message>
    <message>
        <source>标记待核对</source>
        <translation>Mark to Be Checked</translation>
    </message>
    <message>
        <source>给这条发言作标记，以后核对；标记不印出</source>
        <translation>Mark this line to be checked later; the mark is never printed</translation>
    </message>
    <message>
        <source>内部备注</source>
        <translation>Internal Note</translation>
    </message>
    <message>
        <source>写一条内部备注；不导出，不上第二块屏幕</source>
        <translation>Write an internal note; it is never exported and never on the second screen</translation>
    </message>
    <message>
        <source>短语代码…</source>
        <translation>Short Codes…</translation>
    </message>
    <message>
        <source>输入代码得到常用短语；这次会议的和本单位的</source>
        <translation>Phrases that are typed as codes; those of this meeting and those of the office</translation>
    </message>
    <message>
        <source>在会议中查找</source>
        <translation>Find in Meeting</translation>
    </message>
    <message>
        <source>在这次会议的发言、意见、议程中查找</source>
        <translation>Find words in the lines, opinions and agenda of this meeting</translation>
    </message>
    <message>
        <source>第二块屏幕</source>
        <translation>Second Screen</translation>
    </message>
    <message>
        <source>打开或者关闭给与会人员看的画面</source>
        <translation>Open or close what the people in the room see</translation>
    </message>
    <message>
        <source>第二块屏幕显示空白</source>
        <translation>Blank Second Screen</translation>
    </message>
    <message>
        <source>让第二块屏幕立即空白，或者恢复</source>
        <translation>Make the second screen blank at once, or bring it back</translation>
    </message>
    <message>
        <source>查找、更改快捷键</source>
        <translation>Find and change keyboard shortcuts</translation>
    </message>
    <message>
        <source>移交记录工作…</source>
        <translation>Hand the Record Over…</translation>
    </message>
    <message>
        <source>由另一名书记员接手，记录写明何时由谁移交给谁</source>
        <translation>Another secretary takes over; the record says when and from whom to whom</translation>
    </message>
    <message>
        <source>练习记录</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>用一次虚构的会议练习记录，不影响其他会议</source>
        <translation>Practise taking down with an invented meeting; no other meeting is touched</translation>
    </message>
    <message>
        <source>归档…</source>
        <translation>Archive…</translation>
    </message>
    <message>
        <source>制作归档卷：文书、附件、卷内目录、备考表、清单</source>
        <translation>Make the dossier: papers, attachments, catalogue, closing note, manifest</translation>
    </message>
    <message>
        <source>检查归档卷…</source>
        <translation>Check Dossier…</translation>
    </message>
    <message>
        <source>检查归档卷或者其中的文件与制作时是否一致</source>
        <translation>Check whether a dossier, or a file of one, is as it was made</translation>
    </message>
</context>
<context>
    <name>AddPersonLine</name>
    <message>
        <source>添加人员</source>
        <translation>Add people</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>姓名、其中的字或者拼音首字母</source>
        <translation>Name, some of its characters, or first letters of pinyin</translation>
    </message>
    <message>
        <source>可以输入“单”或者“zxm”，用上下方向键选择，按回车键添加；也可以粘贴名单，每行一人：姓名、单位、职务。</source>
        <translation>Type a character of the name, or first letters of pinyin such as “zxm”, choose with the arrow keys and press Enter; or paste a list, one person per line: name, office, post.</translation>
    </message>
</context>
<context>
    <name>AddRow</name>
    <message>
        <source>添加到“{list}”</source>
        <translation>Add to “{list}”</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>采用通常议程</source>
        <translation>Take the usual agenda</translation>
    </message>
    <message>
        <source>写的时候或者选中以后，Tab、Shift+Tab改级别。选中以后：键入数字填计划用时，Alt+↑、Alt+↓移动，F2修改，Delete删除，Esc离开；也可以用鼠标拖动。</source>
        <translation>Tab and Shift+Tab change the level, while typing or of the selected items. Selected items: type digits for the planned minutes, Alt+↑ and Alt+↓ move, F2 edits, Delete deletes, Esc leaves; you can also drag with the mouse.</translation>
    </message>
    <message>
        <source>修改计划用时</source>
        <translation>Change planned time</translation>
    </message>
    <message>
        <source>调整议程级别</source>
        <translation>Change agenda level</translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>写一项议程，按回车添加</source>
        <translation>Type an agenda item, Enter adds it</translation>
    </message>
    <message>
        <source>会议材料</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>写一份材料的名称，按回车添加</source>
        <translation>Type the title of a paper, Enter adds it</translation>
    </message>
    <message>
        <source>会议记录或者听证笔录已经签名，议程和材料只能查看。</source>
        <translation>The record or transcript has been signed; agenda and materials can only be read.</translation>
    </message>
    <message>
        <source>议程写明会议按什么次序进行。一行写一项；从别处复制几行粘贴进来，就是几项。写上计划用时，就能看到每项几点开始。</source>
        <translation>The agenda says in which order the meeting goes. One item per line; several lines pasted from elsewhere become as many items. With planned minutes you see when each item begins.</translation>
    </message>
    <message>
        <source>采用通常议程</source>
        <translation>Take the usual agenda</translation>
    </message>
    <message>
        <source>听证的七个步骤由规定确定，不必写进议程；这里写听证前的准备和其他安排。</source>
        <translation>The seven steps of a hearing are given by the rules and need not be written here; this is for the preparation and other arrangements.</translation>
    </message>
    <message>
        <source>比会议的计划结束时间（{end}）超出{minutes}分钟。</source>
        <translation>{minutes} min beyond the planned end of the meeting ({end}).</translation>
    </message>
    <message>
        <source>共{count}项。</source>
        <translation>Items: {count}.</translation>
    </message>
    <message>
        <source>计划用时合计{minutes}分钟。</source>
        <translation>Planned: {minutes} min in all.</translation>
    </message>
    <message>
        <source>预计{time}结束。</source>
        <translation>Expected end: {time}.</translation>
    </message>
    <message>
        <source>比会议的计划结束时间（{end}）早{minutes}分钟。</source>
        <translation>{minutes} min before the planned end of the meeting ({end}).</translation>
    </message>
    <message>
        <source>正好是会议的计划结束时间。</source>
        <translation>Exactly the planned end of the meeting.</translation>
    </message>
    <message>
        <source>有{count}项没有写计划用时，所以其后各项的时间未定。</source>
        <translation>Items without planned minutes: {count}; times after them are open.</translation>
    </message>
    <message>
        <source>写了会议的开始时间，这里就显示每项几点开始、几点结束。</source>
        <translation>Once the meeting has a starting time, this shows when each item begins and ends.</translation>
    </message>
    <message>
        <source>会议通知已经发出，议程编号不再变动；临时插入的项目使用“3-1”这样的编号。</source>
        <translation>The notices are out, so the numbers of the agenda stay; an item put in later gets a number such as “3-1”.</translation>
    </message>
    <message>
        <source>添加到选中的议程…</source>
        <translation>Attach to the chosen item…</translation>
    </message>
    <message>
        <source>添加到“{item}”…</source>
        <translation>Attach to “{item}”…</translation>
    </message>
    <message>
        <source>添加到整个会议…</source>
        <translation>Attach to the whole meeting…</translation>
    </message>
    <message>
        <source>整个会议</source>
        <translation>Whole meeting</translation>
    </message>
</context>
<context>
    <name>ArchivePanel</name>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>ZIP 文件</source>
        <translation>ZIP file</translation>
    </message>
    <message>
        <source>归档卷的形式</source>
        <translation>Form of the dossier</translation>
    </message>
    <message>
        <source>正本</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>副本</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>正本或者副本</source>
        <translation>Original or duplicate</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>文本</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>清单中同时列出 SM3 摘要值</source>
        <translation>List SM3 digests too</translation>
    </message>
    <message>
        <source>缺项归档</source>
        <translation>Archive Incomplete</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>归档：{title}</source>
        <translation>Archive: {title}</translation>
    </message>
    <message>
        <source>正在归档：{title}</source>
        <translation>Archiving: {title}</translation>
    </message>
    <message>
        <source>已归档：{title}</source>
        <translation>Archived: {title}</translation>
    </message>
    <message>
        <source>没有归档：{title}</source>
        <translation>Not archived: {title}</translation>
    </message>
    <message>
        <source>（未写标题）</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>SHA-256 始终列出。</source>
        <translation>SHA-256 is always listed.</translation>
    </message>
    <message>
        <source>这台电脑的系统不支持 SM3。</source>
        <translation>This computer cannot reckon SM3. </translation>
    </message>
    <message>
        <source>全卷摘要值，请抄写在纸质卷的备考表上，以后可以据此核对：</source>
        <translation>Digest of the whole dossier. Write it down on the closing note of the paper file; it shows later whether anything was changed:</translation>
    </message>
    <message>
        <source>缺项（已写进备考表和清单）：{gap}</source>
        <translation>Missing, as the closing note and the manifest say: {gap}</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>剪贴板</source>
        <translation>Clipboard</translation>
    </message>
    <message>
        <source>粘贴的图片 {time}.png</source>
        <translation>Pasted picture {time}.png</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>图片和PDF文件 ({kinds})</source>
        <translation>Pictures and PDF files ({kinds})</translation>
    </message>
    <message>
        <source>另存附件</source>
        <translation>Save attachment as</translation>
    </message>
    <message>
        <source>附件 ({kinds})</source>
        <translation>Attachment ({kinds})</translation>
    </message>
    <message>
        <source>附件已经保存到 {file}</source>
        <translation>Attachment saved as {file}</translation>
    </message>
    <message>
        <source>正在添加附件…</source>
        <translation>Attaching…</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>attachment</translation>
    </message>
</context>
<context>
    <name>AttachmentPanel</name>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>可以添加JPEG、PNG、TIFF、WEBP图片和PDF文件，每个不超过20 MB；也可以把文件拖到这里。记录签名以后，附件不再增减。</source>
        <translation>JPEG, PNG, TIFF and WEBP pictures and PDF files of up to 20 MB each; they can also be dropped here. Once the record is signed, none is added or removed.</translation>
    </message>
    <message>
        <source>系统没有打开“{name}”，可以另存以后再打开。</source>
        <translation>The system did not open “{name}”. Save it as a file and open that.</translation>
    </message>
</context>
<context>
    <name>AttachmentRow</name>
    <message>
        <source>写明内容（可以不写）</source>
        <translation>What it shows (optional)</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开附件 {name}</source>
        <translation>Open the attachment {name}</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>另存附件 {name}</source>
        <translation>Save the attachment {name} as</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移除附件 {name}</source>
        <translation>Remove the attachment {name}</translation>
    </message>
    <message>
        <source>附件 {name} 的说明</source>
        <translation>What the attachment {name} shows</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>（没有名称）</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>{size}字节</source>
        <translation>{size} bytes</translation>
    </message>
    <message>
        <source>{time}添加</source>
        <translation>added {time}</translation>
    </message>
    <message>
        <source>校验值 {digits}…</source>
        <translation>hash {digits}…</translation>
    </message>
    <message>
        <source>文件不在本机</source>
        <translation>file is not on this computer</translation>
    </message>
    <message>
        <source>附件{count}个</source>
        <translation>Attachments: {count}</translation>
    </message>
</context>
<context>
    <name>Attribution</name>
    <message>
        <source>{name}现在不在场（{where}）。仍可记录，请核对发言人。</source>
        <translation>{name} is not there now ({where}). You can still take it down; check the speaker.</translation>
    </message>
</context>
<context>
    <name>BackupsModel</name>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>会议{count}次</source>
        <translation>meetings: {count}</translation>
    </message>
    <message>
        <source>不能恢复：{reason}。</source>
        <translation>Cannot be restored: {reason}.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>听证意见是人民检察院依法处理案件的重要参考，不是处理决定。</source>
        <translation>Hearing opinions are an important reference for the procuratorate&apos;s lawful handling of the case, not a decision on it.</translation>
    </message>
    <message>
        <source>参考意见</source>
        <translation>Reference opinions</translation>
    </message>
    <message>
        <source>仅供承办检察官参考，不形成决议或者倾向性意见。</source>
        <translation>For the handling prosecutor&apos;s reference only; no resolution and no collective leaning is formed.</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>回收站</source>
        <translation>Bin</translation>
    </message>
    <message>
        <source>已删除的会议留在这里，内容完整，随时可以还原。</source>
        <translation>Deleted meetings stay here, complete, and can be taken back at any time.</translation>
    </message>
    <message>
        <source>回收站是空的。</source>
        <translation>The bin is empty.</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Take Back</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>已删除的会议</source>
        <translation>Deleted meetings</translation>
    </message>
    <message>
        <source>复制标题</source>
        <translation>Copy Title</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在取消…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>正在导入…（{done}/{total}）</source>
        <translation>Importing… ({done}/{total})</translation>
    </message>
    <message>
        <source>正在导入…</source>
        <translation>Importing…</translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message>
        <source>已在会议中</source>
        <translation>Already in this meeting</translation>
    </message>
</context>
<context>
    <name>CandidatePopup</name>
    <message>
        <source>可以添加的人员</source>
        <translation>People who can be added</translation>
    </message>
    <message>
        <source>添加另一位“{name}”</source>
        <translation>Add another “{name}”</translation>
    </message>
    <message>
        <source>添加新人员“{name}”</source>
        <translation>Add “{name}” as somebody new</translation>
    </message>
    <message>
        <source>还有{count}人符合，请继续输入。</source>
        <translation>More people fit ({count}); please go on typing.</translation>
    </message>
    <message>
        <source>已在会议中，不再重复添加。</source>
        <translation>Already in this meeting; not added again.</translation>
    </message>
    <message>
        <source>有同名人员，请用上下方向键选择。</source>
        <translation>Several people have this name; please choose with the arrow keys.</translation>
    </message>
    <message>
        <source>还没有以前会议的人员，请输入姓名。</source>
        <translation>No people from earlier meetings yet; please type a name.</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>可以添加的人员</source>
        <translation>People who can be added</translation>
    </message>
    <message>
        <source>已在会议中</source>
        <translation>Already in this meeting</translation>
    </message>
</context>
<context>
    <name>Clarifying</name>
    <message>
        <source>添加主持人说明</source>
        <translation>Add a clarification by the chair</translation>
    </message>
    <message>
        <source>第{number}条：</source>
        <translation>No. {number}: </translation>
    </message>
</context>
<context>
    <name>CodeFiles</name>
    <message>
        <source>导入…(&amp;I)</source>
        <translation>&amp;Import…</translation>
    </message>
    <message>
        <source>从CSV、TXT或者JSON文件导入；两列，代码和短语，UTF-8或者GB18030编码</source>
        <translation>Take codes in from a CSV, TXT or JSON file: two columns, code and phrase, in UTF-8 or GB18030</translation>
    </message>
    <message>
        <source>导出…(&amp;X)</source>
        <translation>E&amp;xport…</translation>
    </message>
    <message>
        <source>把这里显示的代码存为CSV、TXT或者JSON文件</source>
        <translation>Write the codes shown here to a CSV, TXT or JSON file</translation>
    </message>
    <message>
        <source>短语代码 (*.csv *.txt *.json)</source>
        <translation>Short codes (*.csv *.txt *.json)</translation>
    </message>
    <message>
        <source>导入短语代码</source>
        <translation>Import short codes</translation>
    </message>
    <message>
        <source>“{file}”没有导入，代码没有改动：
{lines}</source>
        <translation>“{file}” was not imported; the codes are as they were:
{lines}</translation>
    </message>
    <message>
        <source>CSV文件 (*.csv);;文字文件 (*.txt);;JSON文件 (*.json)</source>
        <translation>CSV file (*.csv);;Text file (*.txt);;JSON file (*.json)</translation>
    </message>
    <message>
        <source>导出短语代码</source>
        <translation>Export short codes</translation>
    </message>
    <message>
        <source>短语代码.csv</source>
        <translation>short-codes.csv</translation>
    </message>
    <message>
        <source>已存为“{file}”。</source>
        <translation>Written to “{file}”.</translation>
    </message>
</context>
<context>
    <name>CodeHelp</name>
    <message>
        <source>不用添加的代码</source>
        <translation>Codes that are always there</translation>
    </message>
    <message>
        <source>在输入框里输入分号、代码，再按空格。字母、分号和空格不分全角半角、大写小写。</source>
        <translation>In the typing line type a semicolon, the code and a blank. Width of signs and capitals make no difference.</translation>
    </message>
</context>
<context>
    <name>CodeWords</name>
    <message>
        <source>代码和短语都要填写</source>
        <translation>Both code and phrase are needed</translation>
    </message>
    <message>
        <source>代码最多{code}个字，短语最多{words}个字</source>
        <translation>A code has at most {code} characters, a phrase at most {words}</translation>
    </message>
    <message>
        <source>代码只能用字母、数字、汉字和中间的连字符，不能有空格、分号和其他符号</source>
        <translation>A code has only letters, digits and hyphens between them; no blanks, semicolons or other signs</translation>
    </message>
    <message>
        <source>短语不能换行，也不能有控制字符</source>
        <translation>A phrase is one line without control characters</translation>
    </message>
    <message>
        <source>应当有两列：代码、短语</source>
        <translation>There should be two columns: code and phrase</translation>
    </message>
    <message>
        <source>代码在前面已经有了，短语不同</source>
        <translation>The code stands above already, with another phrase</translation>
    </message>
    <message>
        <source>不是UTF-8或者GB18030编码的文字文件，或者文件太大</source>
        <translation>This is no text file in UTF-8 or GB18030, or it is too large</translation>
    </message>
    <message>
        <source>不是代码和短语的JSON文件</source>
        <translation>This is no JSON file of codes and phrases</translation>
    </message>
    <message>
        <source>{fault}。</source>
        <translation>{fault}.</translation>
    </message>
    <message>
        <source>还有{count}处。</source>
        <translation>There are {count} more.</translation>
    </message>
    <message>
        <source>第{number}行“{text}”：{fault}</source>
        <translation>Line {number}, “{text}”: {fault}</translation>
    </message>
</context>
<context>
    <name>CodesModel</name>
    <message>
        <source>短语代码</source>
        <translation>Short codes</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>发言人待核</source>
        <translation>Speaker not yet known</translation>
    </message>
    <message>
        <source>不分类</source>
        <translation>No kind</translation>
    </message>
    <message>
        <source>不归入步骤</source>
        <translation>No step</translation>
    </message>
    <message>
        <source>不归入议程</source>
        <translation>No agenda item</translation>
    </message>
    <message>
        <source>记录发言</source>
        <translation>Take Down a Line</translation>
    </message>
    <message>
        <source>发言人</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>发言类型</source>
        <translation>Kind of contribution</translation>
    </message>
    <message>
        <source>所属步骤或者议程</source>
        <translation>Step or agenda item</translation>
    </message>
    <message>
        <source>发言内容</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>输入发言内容，按回车键记录</source>
        <translation>Type what is said; Enter takes it down</translation>
    </message>
</context>
<context>
    <name>ComposerFoot</name>
    <message>
        <source>放弃修改</source>
        <translation>Discard Changes</translation>
    </message>
    <message>
        <source>正在修改第{number}条 · Esc 放弃</source>
        <translation>Editing line {number} · Esc discards</translation>
    </message>
    <message>
        <source>保存修改</source>
        <translation>Save Changes</translation>
    </message>
    <message>
        <source>内部备注：不进入记录，不打印，不上第二屏幕 · Ctrl+B 返回记录</source>
        <translation>Internal note: not in the record, never printed or on the second screen · Ctrl+B back to the record</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>回车记录 · Shift+回车换行</source>
        <translation>Enter takes down · Shift+Enter new line</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>程序出错</source>
        <translation>Program Fault</translation>
    </message>
    <message>
        <source>程序内部出错，刚才的操作没有完成。</source>
        <translation>Something went wrong inside the program; the last action was not completed.</translation>
    </message>
    <message>
        <source>出错报告</source>
        <translation>Fault report</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation>Copy Report</translation>
    </message>
    <message>
        <source>继续使用</source>
        <translation>Go On</translation>
    </message>
    <message>
        <source>录入的内容已经全部保存到磁盘，没有丢失。</source>
        <translation>Everything that was entered is saved on disk; nothing is lost.</translation>
    </message>
    <message>
        <source>有内容没有能够保存到磁盘。请先继续使用，把还没有保存的文字复制到别处，再关闭程序。</source>
        <translation>Something could not be saved on disk. Go on first, copy the text that is not saved yet to another place, then close the program.</translation>
    </message>
    <message>
        <source>如果再次出现，请重新启动程序，并把下面的报告交给维护人员。报告只有程序代码的位置，没有案件内容。</source>
        <translation>If it happens again, restart the program and give the report below to the maintainers. It names places in the code only and holds nothing of a case.</translation>
    </message>
    <message>
        <source>关闭程序</source>
        <translation>Close the Program</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>审批</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>发出通知和材料</source>
        <translation>Send notice and papers</translation>
    </message>
    <message>
        <source>告知参加人</source>
        <translation>Tell the participants</translation>
    </message>
    <message>
        <source>发布公告</source>
        <translation>Publish the notice</translation>
    </message>
    <message>
        <source>旁听申请截止</source>
        <translation>Close applications to observe</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>{what}：{whom}</source>
        <translation>{what}: {whom}</translation>
    </message>
    <message>
        <source>至迟{day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>已过期限，没有填写办理时间</source>
        <translation>past its day, nothing entered</translation>
    </message>
    <message>
        <source>{outcome}（{day}）</source>
        <translation>{outcome} ({day})</translation>
    </message>
    <message>
        <source>依据：{source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>正在打开数据…</source>
        <translation>Opening the data…</translation>
    </message>
    <message>
        <source>数据没有打开，不能查看或者导入会议。</source>
        <translation>The data is not open; meetings can neither be shown nor imported.</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>复制出错报告</source>
        <translation>Copy the Report</translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>意见所答的问题</source>
        <translation>Question that the opinion answers</translation>
    </message>
    <message>
        <source>不指明问题</source>
        <translation>No particular question</translation>
    </message>
    <message>
        <source>请先记录或者清空正在输入的内容，再修改备注。</source>
        <translation>Take down or clear what you are typing first, then change the note.</translation>
    </message>
</context>
<context>
    <name>DigestLine</name>
    <message>
        <source>复制摘要值</source>
        <translation>Copy Digest</translation>
    </message>
    <message>
        <source>全卷摘要值</source>
        <translation>Digest of the whole dossier</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>松开鼠标，打开案件文件</source>
        <translation>Release to open the case files</translation>
    </message>
    <message>
        <source>可以一次放入几个文件；有一个不合要求，就都不导入。</source>
        <translation>Several files at once are fine; if one of them is refused, none is imported.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>还没有会议</source>
        <translation>No meetings yet</translation>
    </message>
    <message>
        <source>这里整理检察官联席会议和检察听证：谁、在何时、以什么身份发言，逐条如实记录；会后导出会议记录或者听证笔录。</source>
        <translation>This is where prosecutors&apos; joint conferences and hearings are kept: who spoke, when and in what capacity, line by line and as said; afterwards the record or transcript is exported.</translation>
    </message>
    <message>
        <source>打开案件文件…</source>
        <translation>Open Case Files…</translation>
    </message>
    <message>
        <source>试用示例</source>
        <translation>Try the Sample</translation>
    </message>
    <message>
        <source>也可以把案件文件拖到这个窗口。示例中的人、单位和案件都是虚构的。</source>
        <translation>You can also drag case files onto this window. People, offices and cases in the sample are invented.</translation>
    </message>
    <message>
        <source>新建联席会议</source>
        <translation>New Joint Conference</translation>
    </message>
    <message>
        <source>新建听证</source>
        <translation>New Hearing</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>导出 {format} 格式</source>
        <translation>Export as {format}</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>请至少选择一种格式</source>
        <translation>Choose at least one format</translation>
    </message>
    <message>
        <source>{code_point}（{count} 处，{place}）已改用可见的写法，请核对。</source>
        <translation>{code_point} ({count} times, {place}) was written out visibly; please check.</translation>
    </message>
    <message>
        <source>正在导出{paper}：{title}</source>
        <translation>Exporting {paper}: {title}</translation>
    </message>
    <message>
        <source>已导出{paper}：{title}</source>
        <translation>Exported {paper}: {title}</translation>
    </message>
    <message>
        <source>（未写标题）</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>{paper}没有导出：{title}</source>
        <translation>{paper} not exported: {title}</translation>
    </message>
    <message>
        <source>导出文书</source>
        <translation>Export papers</translation>
    </message>
    <message>
        <source>请至少选择一种文书</source>
        <translation>Choose at least one paper</translation>
    </message>
    <message>
        <source>{count}种文书</source>
        <translation>{count} papers</translation>
    </message>
    <message>
        <source>先前的“{file}”在导出以后有人改动过；两份都已保留，请核对以哪一份为准。</source>
        <translation>Somebody changed the earlier “{file}” after it was exported. Both are kept; check which one holds.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>{suffix} 文件</source>
        <translation>{suffix} file</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>在会议中查找</source>
        <translation>Find in the meeting</translation>
    </message>
    <message>
        <source>查找发言内容、发言人</source>
        <translation>Find words or speakers</translation>
    </message>
    <message>
        <source>上一处（Shift+回车）</source>
        <translation>Previous (Shift+Enter)</translation>
    </message>
    <message>
        <source>下一处（回车）</source>
        <translation>Next (Enter)</translation>
    </message>
    <message>
        <source>关闭（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>有{count}处用语须先改写，没有写出任何文件。</source>
        <translation>Wording to be changed first: {count}. No file was written.</translation>
    </message>
    <message>
        <source>改写以后重新导出；本院规则允许保留的，可以在字段下面说明理由后保留。</source>
        <translation>Reword and export again; where your office&apos;s rules allow it, wording can be kept with a reason below its field.</translation>
    </message>
    <message>
        <source>另有{count}处，改写以后再列出。</source>
        <translation>{count} more are listed once these are reworded. </translation>
    </message>
    <message>
        <source>重新导出</source>
        <translation>Export again</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>重新归档</source>
        <translation>Archive Again</translation>
    </message>
    <message>
        <source>改写以后重新归档；本院规则允许保留的，可以在字段下面说明理由后保留。</source>
        <translation>Reword them, then archive again. What the office’s rules allow can be kept with a reason, given below the field.</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>系统没有打开文件夹“{folder}”。</source>
        <translation>The system did not open the folder “{folder}”.</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>系统没有打开这个文件夹，它可能还没有建立。</source>
        <translation>The system did not open this folder; perhaps it does not exist yet.</translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>保存到</source>
        <translation>Save in</translation>
    </message>
    <message>
        <source>保存文件的文件夹</source>
        <translation>Folder for the files</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose Folder…</translation>
    </message>
    <message>
        <source>选择保存文件的文件夹</source>
        <translation>Choose the folder for the files</translation>
    </message>
</context>
<context>
    <name>FoldersCard</name>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>数据文件夹(&amp;D)</source>
        <translation>&amp;Data folder</translation>
    </message>
    <message>
        <source>正在使用的数据库所在的文件夹</source>
        <translation>The folder of the database in use</translation>
    </message>
    <message>
        <source>备份文件夹(&amp;B)</source>
        <translation>&amp;Backup folder</translation>
    </message>
    <message>
        <source>存放备份的文件夹，可以在移动磁盘上</source>
        <translation>The folder for backups; it may be on a stick</translation>
    </message>
    <message>
        <source>在文件管理器中打开这个文件夹</source>
        <translation>Open this folder in the file manager</translation>
    </message>
    <message>
        <source>不用另选的文件夹</source>
        <translation>Do without the folder that was chosen</translation>
    </message>
    <message>
        <source>从下次启动起使用另一个文件夹</source>
        <translation>Use another folder from the next start on</translation>
    </message>
    <message>
        <source>选择其他文件夹…(&amp;C)</source>
        <translation>&amp;Choose Another…</translation>
    </message>
    <message>
        <source>打开文件夹(&amp;E)</source>
        <translation>Op&amp;en Folder</translation>
    </message>
    <message>
        <source>改回默认位置(&amp;U)</source>
        <translation>Back to the &amp;Usual Place</translation>
    </message>
    <message>
        <source>把备份放到另一个文件夹</source>
        <translation>Put backups into another folder</translation>
    </message>
    <message>
        <source>选择其他文件夹…(&amp;H)</source>
        <translation>C&amp;hoose Another…</translation>
    </message>
    <message>
        <source>打开文件夹(&amp;R)</source>
        <translation>Open Folde&amp;r</translation>
    </message>
    <message>
        <source>改回默认位置(&amp;K)</source>
        <translation>Bac&amp;k to the Usual Place</translation>
    </message>
    <message>
        <source>下次启动时打开“{file}”中已有的会议。</source>
        <translation>The next start opens the meetings that are in “{file}”.</translation>
    </message>
    <message>
        <source>下次启动时新建空的数据库“{file}”。</source>
        <translation>The next start makes a new, empty database, “{file}”.</translation>
    </message>
    <message>
        <source>现在的数据库、备份和本院规则都留在原处，不会移动。</source>
        <translation>The present database, its backups and your office&apos;s own rules stay where they are; nothing is moved.</translation>
    </message>
    <message>
        <source>选择数据文件夹</source>
        <translation>Choose the Data Folder</translation>
    </message>
    <message>
        <source>选择备份文件夹</source>
        <translation>Choose the Backup Folder</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>未填</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>{field}：{choice}</source>
        <translation>{field}: {choice}</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>{kind}{number}</source>
        <translation>{kind} {number}</translation>
    </message>
    <message>
        <source>上移（Ctrl+Shift+↑）</source>
        <translation>Move up (Ctrl+Shift+↑)</translation>
    </message>
    <message>
        <source>下移（Ctrl+Shift+↓）</source>
        <translation>Move down (Ctrl+Shift+↓)</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>{action}：{entry}</source>
        <translation>{action}: {entry}</translation>
    </message>
    <message>
        <source>添加{kind}</source>
        <translation>Add {kind}</translation>
    </message>
    <message>
        <source>删除{kind}</source>
        <translation>Delete {kind}</translation>
    </message>
    <message>
        <source>移动{kind}</source>
        <translation>Move {kind}</translation>
    </message>
    <message>
        <source>尚未保存</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>锁定前没有保存的输入：{text}</source>
        <translation>Typed before it was locked and not saved: {text}</translation>
    </message>
    <message>
        <source>修改{field}</source>
        <translation>Change {field}</translation>
    </message>
    <message>
        <source>数字应在{least}到{most}之间</source>
        <translation>The number should be from {least} to {most}</translation>
    </message>
    <message>
        <source>放弃输入</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>会议名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>会议编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>主办检察院</source>
        <translation>Host procuratorate</translation>
    </message>
    <message>
        <source>会议范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>公开听证</source>
        <translation>Open hearing</translation>
    </message>
    <message>
        <source>适用规则</source>
        <translation>Rules applied</translation>
    </message>
    <message>
        <source>旁听人数</source>
        <translation>Public observers</translation>
    </message>
    <message>
        <source>后续去向</source>
        <translation>What followed</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>参加单位</source>
        <translation>Organs taking part</translation>
    </message>
    <message>
        <source>案件名称</source>
        <translation>Case name</translation>
    </message>
    <message>
        <source>案号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>统一业务系统号</source>
        <translation>Number in the unified system</translation>
    </message>
    <message>
        <source>业务条线</source>
        <translation>Line of work</translation>
    </message>
    <message>
        <source>案由</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>诉讼阶段</source>
        <translation>Stage of proceedings</translation>
    </message>
    <message>
        <source>办案期限届满日</source>
        <translation>End of the time limit</translation>
    </message>
    <message>
        <source>基本案情</source>
        <translation>Summary of facts</translation>
    </message>
    <message>
        <source>国家秘密</source>
        <translation>State secret</translation>
    </message>
    <message>
        <source>工作秘密</source>
        <translation>Work secret</translation>
    </message>
    <message>
        <source>涉及未成年人</source>
        <translation>Concerns a minor</translation>
    </message>
    <message>
        <source>诉讼地位</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>姓名或者名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>文书中的称呼</source>
        <translation>Name in papers</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>提请人</source>
        <translation>Requested by</translation>
    </message>
    <message>
        <source>提请时间</source>
        <translation>Requested at</translation>
    </message>
    <message>
        <source>承办人意见及理由</source>
        <translation>Handling prosecutor&apos;s view and reasons</translation>
    </message>
    <message>
        <source>审批人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>审批时间</source>
        <translation>Approved at</translation>
    </message>
    <message>
        <source>审批意见</source>
        <translation>Words of the approval</translation>
    </message>
    <message>
        <source>提请事由</source>
        <translation>Reasons for the request</translation>
    </message>
    <message>
        <source>议题</source>
        <translation>Issues</translation>
    </message>
    <message>
        <source>通知时间</source>
        <translation>Notice given at</translation>
    </message>
    <message>
        <source>首次通知时间</source>
        <translation>First notice given at</translation>
    </message>
    <message>
        <source>原定时间</source>
        <translation>Planned before for</translation>
    </message>
    <message>
        <source>延期原因</source>
        <translation>Reason for postponing</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>Begins at</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>Ends at</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>公告时间</source>
        <translation>Public notice at</translation>
    </message>
    <message>
        <source>旁听申请截止时间</source>
        <translation>Applications of observers until</translation>
    </message>
    <message>
        <source>视频分会场</source>
        <translation>Remote venues</translation>
    </message>
    <message>
        <source>告知对象</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>告知时间</source>
        <translation>Told at</translation>
    </message>
    <message>
        <source>告知方式</source>
        <translation>Way of telling</translation>
    </message>
    <message>
        <source>提前天数</source>
        <translation>Days before</translation>
    </message>
    <message>
        <source>发言号</source>
        <translation>Speaker number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Organ</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>检察官等级</source>
        <translation>Prosecutor&apos;s grade</translation>
    </message>
    <message>
        <source>会议身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>参会方式</source>
        <translation>Takes part</translation>
    </message>
    <message>
        <source>计入人数</source>
        <translation>Counts for the quorum</translation>
    </message>
    <message>
        <source>到会情况</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>人数规则</source>
        <translation>Quorum rule</translation>
    </message>
    <message>
        <source>要求人数</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>实际计入人数</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>达到人数要求</source>
        <translation>Quorum met</translation>
    </message>
    <message>
        <source>回避人员</source>
        <translation>Person recused</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>提出方式</source>
        <translation>How it was raised</translation>
    </message>
    <message>
        <source>已记录在案</source>
        <translation>Put on record</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Ruling</translation>
    </message>
    <message>
        <source>处理时间</source>
        <translation>Ruled at</translation>
    </message>
    <message>
        <source>材料名称</source>
        <translation>Title of the paper</translation>
    </message>
    <message>
        <source>议程事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>层级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>计划时长（分钟）</source>
        <translation>Planned minutes</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>发言时间</source>
        <translation>Spoken at</translation>
    </message>
    <message>
        <source>发言类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>发言语言</source>
        <translation>Language spoken</translation>
    </message>
    <message>
        <source>发言内容</source>
        <translation>Words spoken</translation>
    </message>
    <message>
        <source>听证步骤</source>
        <translation>Step of the hearing</translation>
    </message>
    <message>
        <source>原文语言</source>
        <translation>Language of the original</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original words</translation>
    </message>
    <message>
        <source>译文</source>
        <translation>Translation</translation>
    </message>
    <message>
        <source>翻译人</source>
        <translation>Translated by</translation>
    </message>
    <message>
        <source>发言范围</source>
        <translation>Limited to</translation>
    </message>
    <message>
        <source>签名情况</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>敏感内容</source>
        <translation>Sensitive</translation>
    </message>
    <message>
        <source>秩序事项</source>
        <translation>Matter of order</translation>
    </message>
    <message>
        <source>用语提示</source>
        <translation>Hint on wording</translation>
    </message>
    <message>
        <source>所属议程</source>
        <translation>Agenda item</translation>
    </message>
    <message>
        <source>承办检察官</source>
        <translation>Handling prosecutor</translation>
    </message>
    <message>
        <source>说明日期</source>
        <translation>Date of the note</translation>
    </message>
    <message>
        <source>对应发言</source>
        <translation>Opinion answered</translation>
    </message>
    <message>
        <source>发言人</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>参考情况</source>
        <translation>How it was used</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>报告人</source>
        <translation>Reported by</translation>
    </message>
    <message>
        <source>报告日期</source>
        <translation>Date of the report</translation>
    </message>
    <message>
        <source>报告依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>报告内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>检察长批示</source>
        <translation>Chief prosecutor&apos;s instruction</translation>
    </message>
    <message>
        <source>批示日期</source>
        <translation>Date of the instruction</translation>
    </message>
    <message>
        <source>保管期限</source>
        <translation>Retention period</translation>
    </message>
    <message>
        <source>档号</source>
        <translation>Archival code</translation>
    </message>
    <message>
        <source>原件存放</source>
        <translation>Where the originals are</translation>
    </message>
    <message>
        <source>听证依据</source>
        <translation>Basis of the hearing</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>批准时间</source>
        <translation>Approved at</translation>
    </message>
    <message>
        <source>公开或者不公开的理由</source>
        <translation>Reason for being open or closed</translation>
    </message>
    <message>
        <source>批准直播或者录播</source>
        <translation>Broadcast approved</translation>
    </message>
    <message>
        <source>播出方式</source>
        <translation>Way of broadcasting</translation>
    </message>
    <message>
        <source>播出批准时间</source>
        <translation>Broadcast approved at</translation>
    </message>
    <message>
        <source>休会评议开始时间</source>
        <translation>Deliberation begins at</translation>
    </message>
    <message>
        <source>恢复听证时间</source>
        <translation>Hearing resumes at</translation>
    </message>
    <message>
        <source>共同意见或者多数意见</source>
        <translation>Common or majority view</translation>
    </message>
    <message>
        <source>听证员</source>
        <translation>Hearing officer</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>View</translation>
    </message>
    <message>
        <source>校阅人</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>校阅结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>更正内容</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>采纳情况</source>
        <translation>Adoption</translation>
    </message>
    <message>
        <source>决定内容</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>决定人</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>决定时间</source>
        <translation>Decided at</translation>
    </message>
    <message>
        <source>检察长同意时间</source>
        <translation>Chief prosecutor&apos;s consent at</translation>
    </message>
    <message>
        <source>告知听证员情况</source>
        <translation>Hearing officers told</translation>
    </message>
    <message>
        <source>人民监督员</source>
        <translation>People&apos;s supervisor</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>提请与审批</source>
        <translation>Request and approval</translation>
    </message>
    <message>
        <source>时间安排</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>告知参加人</source>
        <translation>Notices to participants</translation>
    </message>
    <message>
        <source>参会人员</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>人数要求</source>
        <translation>Quorum</translation>
    </message>
    <message>
        <source>回避</source>
        <translation>Recusal</translation>
    </message>
    <message>
        <source>会议材料</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>发言记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>承办检察官参考情况说明</source>
        <translation>Handling prosecutor&apos;s reference note</translation>
    </message>
    <message>
        <source>意见参考情况</source>
        <translation>Use of an opinion</translation>
    </message>
    <message>
        <source>分歧情况报告</source>
        <translation>Report on divergence</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>听证审批</source>
        <translation>Approval of the hearing</translation>
    </message>
    <message>
        <source>休会评议</source>
        <translation>Deliberation in the break</translation>
    </message>
    <message>
        <source>听证员意见</source>
        <translation>Views of the hearing officers</translation>
    </message>
    <message>
        <source>笔录校阅</source>
        <translation>Checks of the transcript</translation>
    </message>
    <message>
        <source>处理决定与采纳情况</source>
        <translation>Decision and adoption</translation>
    </message>
    <message>
        <source>人民监督员意见答复</source>
        <translation>Replies to people&apos;s supervisors</translation>
    </message>
    <message>
        <source>如：××检联〔2025〕7号</source>
        <translation>The number as your office gives it</translation>
    </message>
    <message>
        <source>密级标志由有权定密的机关和人员确定，这里只照案卷填写；未取得涉密资质的计算机不得处理国家秘密。</source>
        <translation>A mark of classification is given only by whoever may classify; enter what the file says. A computer not approved for it must not hold state secrets.</translation>
    </message>
    <message>
        <source>按本单位规定管理，不标注密级。</source>
        <translation>Handled under the office&apos;s own rules; it bears no mark of classification.</translation>
    </message>
    <message>
        <source>与姓名不同时填写</source>
        <translation>Where it differs from the name</translation>
    </message>
    <message>
        <source>承办检察官个人意见，供讨论。</source>
        <translation>The handling prosecutor&apos;s own view, for discussion.</translation>
    </message>
    <message>
        <source>延期召开的，填写原定时间。</source>
        <translation>If it was postponed: when it was to be held.</translation>
    </message>
    <message>
        <source>仅用于听证文书，是依法处理案件的重要参考，不是处理决定。</source>
        <translation>For the papers of the hearing only: an important reference, not a decision.</translation>
    </message>
    <message>
        <source>不采纳听证员多数意见的，应当报检察长同意后作出决定。</source>
        <translation>A decision against the officers&apos; majority needs the chief prosecutor&apos;s consent first.</translation>
    </message>
    <message>
        <source>填写告知日期，可以附说明。</source>
        <translation>The date they were told; words may be added.</translation>
    </message>
    <message>
        <source>一般与案卷相同。</source>
        <translation>Usually that of the case.</translation>
    </message>
    <message>
        <source>如：主办检察院1份、承办检察院1份</source>
        <translation>Such as: host 1, handling procuratorate 1</translation>
    </message>
    <message>
        <source>会议讨论或者听证的案件写在这里：案号、案由、当事人和保密情况。</source>
        <translation>The cases discussed or heard: number, cause, parties and secrecy.</translation>
    </message>
    <message>
        <source>还没有填写当事人。</source>
        <translation>No parties yet.</translation>
    </message>
    <message>
        <source>逐人记下何时、以何种方式告知了听证的案由、时间和地点。</source>
        <translation>Who was told of the cause, time and place of the hearing, when and in which way.</translation>
    </message>
    <message>
        <source>还没有参会人员。</source>
        <translation>No participants yet.</translation>
    </message>
    <message>
        <source>有人提出或者被要求回避的，记在这里；询问后无人回避的，也可以记一项。</source>
        <translation>Recusals raised or ruled; that nobody was recused can be noted too.</translation>
    </message>
    <message>
        <source>对记录中的每条意见，承办检察官说明是否采纳和理由。</source>
        <translation>For each opinion of the record the handling prosecutor says whether it was adopted, and why.</translation>
    </message>
    <message>
        <source>逐人填写听证员在评议中发表的意见和理由。</source>
        <translation>What each hearing officer said in the deliberation, with reasons.</translation>
    </message>
    <message>
        <source>逐人记下校阅笔录和签名的情况，更正之处写明更正内容。</source>
        <translation>How each person checked and signed the transcript, and what was corrected.</translation>
    </message>
    <message>
        <source>人民监督员的意见和对它的答复写在这里。</source>
        <translation>Opinions of people&apos;s supervisors and the replies to them.</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>跨部门</source>
        <translation>Cross-department</translation>
    </message>
    <message>
        <source>跨院</source>
        <translation>Cross-procuratorate</translation>
    </message>
    <message>
        <source>院级</source>
        <translation>Institutional</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>请假</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>缺席</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <source>部分采纳</source>
        <translation>Partly adopted</translation>
    </message>
    <message>
        <source>未采纳</source>
        <translation>Not adopted</translation>
    </message>
    <message>
        <source>不涉及</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>（正在读取…）</source>
        <translation>(reading…)</translation>
    </message>
    <message>
        <source>{field}：打开日历</source>
        <translation>{field}: open the calendar</translation>
    </message>
    <message>
        <source>选择日期（Alt+↓）</source>
        <translation>Choose a day (Alt+↓)</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>宣读参考性质声明时间</source>
        <translation>Statement of reference read at</translation>
    </message>
    <message>
        <source>专门性问题</source>
        <translation>Specialist question</translation>
    </message>
    <message>
        <source>所答问题</source>
        <translation>Question answered</translation>
    </message>
    <message>
        <source>所涉案件</source>
        <translation>Case concerned</translation>
    </message>
    <message>
        <source>发表方式</source>
        <translation>How it was given</translation>
    </message>
    <message>
        <source>发表时间</source>
        <translation>Given at</translation>
    </message>
    <message>
        <source>书面意见内容</source>
        <translation>Words of the written opinion</translation>
    </message>
    <message>
        <source>法律依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>未发表意见的原因</source>
        <translation>Why none was given</translation>
    </message>
    <message>
        <source>对应参会人员</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>签名人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>签名身份</source>
        <translation>Role in signing</translation>
    </message>
    <message>
        <source>签名时间</source>
        <translation>Signed at</translation>
    </message>
    <message>
        <source>未签名的原因</source>
        <translation>Why it is not signed</translation>
    </message>
    <message>
        <source>更正编号</source>
        <translation>Number of the correction</translation>
    </message>
    <message>
        <source>更正之处</source>
        <translation>Place of the correction</translation>
    </message>
    <message>
        <source>原记录</source>
        <translation>As recorded</translation>
    </message>
    <message>
        <source>更正为</source>
        <translation>Corrected to</translation>
    </message>
    <message>
        <source>更正理由</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>更正人</source>
        <translation>Corrected by</translation>
    </message>
    <message>
        <source>更正日期</source>
        <translation>Date of the correction</translation>
    </message>
    <message>
        <source>制定单位</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>所在位置</source>
        <translation>Where it stands</translation>
    </message>
    <message>
        <source>保留的用语</source>
        <translation>Wording kept</translation>
    </message>
    <message>
        <source>提示规则</source>
        <translation>Rule that objects</translation>
    </message>
    <message>
        <source>保留理由</source>
        <translation>Reason for keeping it</translation>
    </message>
    <message>
        <source>决定保留的人</source>
        <translation>Kept by</translation>
    </message>
    <message>
        <source>保留时间</source>
        <translation>Kept at</translation>
    </message>
    <message>
        <source>后续办理</source>
        <translation>How the case goes on</translation>
    </message>
    <message>
        <source>承办人处理意见或者拟报事项</source>
        <translation>The handler&apos;s own view, or what is to be reported</translation>
    </message>
    <message>
        <source>对应意见</source>
        <translation>Opinion answered</translation>
    </message>
    <message>
        <source>说明时间</source>
        <translation>Answered at</translation>
    </message>
    <message>
        <source>参考意见</source>
        <translation>Reference opinions</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>更正说明</source>
        <translation>Correction sheet</translation>
    </message>
    <message>
        <source>口头</source>
        <translation>Spoken</translation>
    </message>
    <message>
        <source>书面</source>
        <translation>In writing</translation>
    </message>
    <message>
        <source>未发表</source>
        <translation>None given</translation>
    </message>
    <message>
        <source>已签名</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>拒绝签名</source>
        <translation>Refused to sign</translation>
    </message>
    <message>
        <source>自行决定</source>
        <translation>Decides within own powers</translation>
    </message>
    <message>
        <source>报检察长</source>
        <translation>Reports to the chief prosecutor</translation>
    </message>
    <message>
        <source>提请检委会</source>
        <translation>Submits to the procuratorial committee</translation>
    </message>
    <message>
        <source>更改理由，记入操作记录</source>
        <translation>Reason of the change, for the audit trail</translation>
    </message>
    <message>
        <source>更改规则</source>
        <translation>Change Rules</translation>
    </message>
    <message>
        <source>这项规则没有安装，按“{name}”办理。</source>
        <translation>These rules are not installed; “{name}” is followed.</translation>
    </message>
    <message>
        <source>未选时按“{name}”办理。</source>
        <translation>Without a choice “{name}” is followed.</translation>
    </message>
    <message>
        <source>决定提示、人数、期限、签名人和文书，不改变意见的参考性质。</source>
        <translation>It decides on hints, quorum, deadlines, signatures and papers; opinions stay advisory in any case.</translation>
    </message>
    <message>
        <source>请示上级院</source>
        <translation>Asks the superior procuratorate</translation>
    </message>
    <message>
        <source>还没有更正说明。写明更正何处、原文、更正为和理由。</source>
        <translation>There is no correction sheet yet. Say where, what stands there, what it should be, and why.</translation>
    </message>
    <message>
        <source>没有说明理由后保留的用语。</source>
        <translation>No wording was kept with a reason.</translation>
    </message>
    <message>
        <source>还没有登记签名情况。</source>
        <translation>No signatures are noted yet.</translation>
    </message>
    <message>
        <source>规则名称</source>
        <translation>Title of the rule</translation>
    </message>
    <message>
        <source>本院规则</source>
        <translation>Office&apos;s own rule</translation>
    </message>
    <message>
        <source>采用比“严格参考”宽的规则时，写明本院规则的名称和文号。</source>
        <translation>Rules that allow more than “Strictly reference” need title and number of the office&apos;s own rule.</translation>
    </message>
    <message>
        <source>填写本院规则</source>
        <translation>Enter the offices&apos; own rules</translation>
    </message>
    <message>
        <source>写明没有发表意见的原因</source>
        <translation>Why no opinion was given</translation>
    </message>
    <message>
        <source>本人签名以后锁定，不能再改动。</source>
        <translation>Locked once its maker has signed; it cannot be changed afterwards.</translation>
    </message>
    <message>
        <source>已于{time}签名锁定</source>
        <translation>Signed and locked {time}</translation>
    </message>
    <message>
        <source>登记签名并锁定…</source>
        <translation>Note Signature and Lock…</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>发言时长（秒）</source>
        <translation>Spoken for (seconds)</translation>
    </message>
    <message>
        <source>录音录像位置</source>
        <translation>Place in the recording</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>To be checked</translation>
    </message>
</context>
<context>
    <name>GoRow</name>
    <message>
        <source>前往</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>前往：{place}</source>
        <translation>Go there: {place}</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>移交记录工作</source>
        <translation>Hand the record over</translation>
    </message>
    <message>
        <source>另一名书记员接手以后，会议记录写明何时由谁移交给谁。还没有参会的人同时加入。</source>
        <translation>When another secretary takes over, the record says when and from whom to whom. Somebody who is not in the meeting yet joins it.</translation>
    </message>
    <message>
        <source>接手人姓名</source>
        <translation>Name of who takes over</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>移交</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>请按新的快捷键…</source>
        <translation>Press the new keys…</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>{action}的快捷键：{keys}</source>
        <translation>Keys for {action}: {keys}</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>恢复“{action}”的默认快捷键</source>
        <translation>Reset the keys for “{action}”</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>整个窗口</source>
        <translation>Whole window</translation>
    </message>
    <message>
        <source>输入框</source>
        <translation>Typing line</translation>
    </message>
    <message>
        <source>发言记录和列表</source>
        <translation>Record and lists</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>记录当前输入的发言</source>
        <translation>Take down the line being typed</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>记录发言，转给候场的下一人</source>
        <translation>Take the line down and hand over to the next who waits to speak</translation>
    </message>
    <message>
        <source>Ctrl+回车</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>在发言内换行</source>
        <translation>Begin a new line within the words</translation>
    </message>
    <message>
        <source>Shift+回车</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>选择发言人：输入人员编号</source>
        <translation>Choose the speaker by number</translation>
    </message>
    <message>
        <source>3 空格</source>
        <translation>3 Space</translation>
    </message>
    <message>
        <source>选择发言人：输入姓名或者拼音首字母</source>
        <translation>Choose the speaker by name or first letters of pinyin</translation>
    </message>
    <message>
        <source>lcy Tab</source>
        <translation>lcy Tab</translation>
    </message>
    <message>
        <source>发言人待核</source>
        <translation>Speaker to be verified</translation>
    </message>
    <message>
        <source>0 空格</source>
        <translation>0 Space</translation>
    </message>
    <message>
        <source>修改上一条发言（输入框空着时）</source>
        <translation>Edit the last line (while the typing line is empty)</translation>
    </message>
    <message>
        <source>修改更早的发言</source>
        <translation>Edit earlier lines</translation>
    </message>
    <message>
        <source>替换最近一条含有这些字的发言</source>
        <translation>Replace words in the last line that has them</translation>
    </message>
    <message>
        <source>s/旧/新</source>
        <translation>s/old/new</translation>
    </message>
    <message>
        <source>短语代码换成短语</source>
        <translation>Turn a short code into its phrase</translation>
    </message>
    <message>
        <source>;xf264 空格</source>
        <translation>;xf264 Space</translation>
    </message>
    <message>
        <source>登记到会、返回</source>
        <translation>Note that somebody arrives or comes back</translation>
    </message>
    <message>
        <source>登记离会、回避，可以写明原因</source>
        <translation>Note that somebody leaves or is recused, with the reason</translation>
    </message>
    <message>
        <source>/out 5 回避</source>
        <translation>/out 5 reason</translation>
    </message>
    <message>
        <source>列入候场</source>
        <translation>Put somebody into the queue</translation>
    </message>
    <message>
        <source>移出候场</source>
        <translation>Take somebody out of the queue</translation>
    </message>
    <message>
        <source>修改选中的发言、议程或者名称</source>
        <translation>Edit the selected line, item or name</translation>
    </message>
    <message>
        <source>查看选中发言的详情</source>
        <translation>Show the details of the selected line</translation>
    </message>
    <message>
        <source>Alt+回车</source>
        <translation>Alt+Enter</translation>
    </message>
    <message>
        <source>复制选中的发言</source>
        <translation>Copy the selected lines</translation>
    </message>
    <message>
        <source>删除选中的发言、议程或者名称</source>
        <translation>Delete the selected lines, items or names</translation>
    </message>
    <message>
        <source>上移、下移选中的发言、议程、人员</source>
        <translation>Move the selected lines, items or people up or down</translation>
    </message>
    <message>
        <source>议程降为下一级、升为上一级</source>
        <translation>Move an agenda item one level down or up</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>用建议的写法替换有提示的用语</source>
        <translation>Replace wording that is marked by the suggestion</translation>
    </message>
    <message>
        <source>上移、下移卡片</source>
        <translation>Move a card up or down</translation>
    </message>
    <message>
        <source>打开日历，或者展开可选的内容</source>
        <translation>Open the calendar, or what can be chosen</translation>
    </message>
    <message>
        <source>缩小、放大预览</source>
        <translation>Make the preview smaller or larger</translation>
    </message>
    <message>
        <source>在各区域之间移动</source>
        <translation>Move between the parts of the window</translation>
    </message>
    <message>
        <source>打开菜单</source>
        <translation>Open the menu</translation>
    </message>
    <message>
        <source>关闭提示或者导出面板</source>
        <translation>Close a notice or the export panel</translation>
    </message>
    <message>
        <source>登记选中人员到场，会议中登记出入</source>
        <translation>Register the selected people; during the meeting, who comes or goes</translation>
    </message>
    <message>
        <source>把选中人员排入或者移出发言次序</source>
        <translation>Put the selected person into the queue or take them out</translation>
    </message>
    <message>
        <source>把复制的图片或者文件粘贴为选中发言的附件</source>
        <translation>Attach the copied picture or files to the chosen contribution</translation>
    </message>
</context>
<context>
    <name>LacksList</name>
    <message>
        <source>正在检查应当归档的内容…</source>
        <translation>Looking for what is to be archived…</translation>
    </message>
    <message>
        <source>还缺 {count} 项</source>
        <translation>Missing: {count}</translation>
    </message>
    <message>
        <source>应当归档的内容齐全</source>
        <translation>Everything to be archived is there</translation>
    </message>
    <message>
        <source>可以先补齐；缺项归档的，以上各项写进卷内备考表和清单。</source>
        <translation>You can complete it first. If you archive it as it is, the closing note and the manifest will name what is missing.</translation>
    </message>
</context>
<context>
    <name>LineActions</name>
    <message>
        <source>修改发言</source>
        <translation>Edit Line</translation>
    </message>
    <message>
        <source>删除发言</source>
        <translation>Delete Lines</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move Down</translation>
    </message>
    <message>
        <source>更改发言人</source>
        <translation>Change Speaker</translation>
    </message>
    <message>
        <source>移到步骤或者议程</source>
        <translation>Move to Step or Agenda Item</translation>
    </message>
    <message>
        <source>发言人待核</source>
        <translation>Speaker not yet known</translation>
    </message>
    <message>
        <source>不归入议程</source>
        <translation>No agenda item</translation>
    </message>
    <message>
        <source>发言详情…</source>
        <translation>Details of the Line…</translation>
    </message>
</context>
<context>
    <name>LineAttachments</name>
    <message>
        <source>添加附件…</source>
        <translation>Attach files…</translation>
    </message>
    <message>
        <source>粘贴为附件</source>
        <translation>Paste as attachment</translation>
    </message>
</context>
<context>
    <name>LineDelegate</name>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>第{number}条发言</source>
        <translation>Line {number}</translation>
    </message>
    <message>
        <source>发言人的原话只能更正记录上的错误，不作改写；改动留有痕迹。</source>
        <translation>A speaker&apos;s words are corrected only where they were taken down wrongly, never rewritten; every change leaves a trace.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>添加附件…</source>
        <translation>Attach files…</translation>
    </message>
</context>
<context>
    <name>LiveDesk</name>
    <message>
        <source>发言人待核</source>
        <translation>Speaker to be verified</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>联席</source>
        <translation>Lianxi</translation>
    </message>
    <message>
        <source>发言{count}条</source>
        <translation>Lines: {count}</translation>
    </message>
</context>
<context>
    <name>MakingLine</name>
    <message>
        <source>正在生成预览…</source>
        <translation>Making the preview…</translation>
    </message>
    <message>
        <source>正在生成预览…（{percent}%）</source>
        <translation>Making the preview… ({percent}%)</translation>
    </message>
</context>
<context>
    <name>MeetingCommands</name>
    <message>
        <source>另存为案件文件</source>
        <translation>Save as Case File</translation>
    </message>
    <message>
        <source>案件文件 (*.json)</source>
        <translation>Case files (*.json)</translation>
    </message>
    <message>
        <source>撤销“{step}”</source>
        <translation>Undo “{step}”</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>恢复“{step}”</source>
        <translation>Redo “{step}”</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>签名锁定以后，记录或者笔录不能再改动，也不能撤销。</source>
        <translation>Once signed and locked, the record or transcript cannot be changed any more, and this cannot be undone.</translation>
    </message>
    <message>
        <source>此前的操作也不再能撤销。会后的说明、决定和归档信息仍可填写。</source>
        <translation>Earlier steps can no longer be undone either. Notes, decisions and archive data that follow the meeting can still be entered.</translation>
    </message>
    <message>
        <source>请确认全体应当签名的人已经核对并签名。</source>
        <translation>Make sure that everybody who has to sign has checked and signed.</translation>
    </message>
    <message>
        <source>签名锁定</source>
        <translation>Sign and Lock</translation>
    </message>
    <message>
        <source>转为“{state}”以后不能退回，也不能撤销。</source>
        <translation>After “{state}” there is no way back, and this cannot be undone.</translation>
    </message>
    <message>
        <source>记录或者笔录的内容不变。</source>
        <translation>The record or transcript stays as it is.</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go On</translation>
    </message>
    <message>
        <source>已撤销“{step}”</source>
        <translation>Undone: “{step}”</translation>
    </message>
    <message>
        <source>已恢复“{step}”</source>
        <translation>Redone: “{step}”</translation>
    </message>
    <message>
        <source>请确认全体应当签名的人已经核对并签名。输入框里还有没有记录的发言，签名锁定以后不能再记录。</source>
        <translation>Make sure that everyone who has to sign has checked and signed. There are words in the typing line that have not been taken down; after signing they cannot be.</translation>
    </message>
    <message>
        <source>正在保存案件文件…</source>
        <translation>Saving the case file…</translation>
    </message>
    <message>
        <source>前往核对签名</source>
        <translation>Go to Signing</translation>
    </message>
    <message>
        <source>登记签名以后，这份文书不能再改动，也不能撤销。</source>
        <translation>Once its signature is noted, this paper cannot be changed, nor can that be undone.</translation>
    </message>
    <message>
        <source>此前的操作也不再能撤销。记录或者笔录不变。</source>
        <translation>Earlier steps cannot be undone any more either. The record or transcript stays as it is.</translation>
    </message>
    <message>
        <source>请确认本人已经签名。</source>
        <translation>Make sure that its maker has signed it.</translation>
    </message>
    <message>
        <source>登记签名并锁定</source>
        <translation>Note Signature and Lock</translation>
    </message>
    <message>
        <source>处理决定还没有登记签名，归档以后不能再填写。</source>
        <translation>The signature of the decision is not noted yet; once archived, it cannot be filled in.</translation>
    </message>
    <message>
        <source>承办检察官参考情况说明还没有登记签名，归档以后不能再填写。</source>
        <translation>The signature of the handler’s note is not noted yet; once archived, it cannot be filled in.</translation>
    </message>
</context>
<context>
    <name>MeetingHeader</name>
    <message>
        <source>（未写标题）</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>进展：{state}</source>
        <translation>Stage: {state}</translation>
    </message>
    <message>
        <source>主持人 {name}</source>
        <translation>Chair: {name}</translation>
    </message>
    <message>
        <source>更改会议状态</source>
        <translation>Change State of Meeting</translation>
    </message>
</context>
<context>
    <name>MeetingListModel</name>
    <message>
        <source>会议</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>（未写标题）</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>日期未定</source>
        <translation>No date yet</translation>
    </message>
    <message>
        <source>{year}年</source>
        <translation>{year}</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>基本信息</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinions</translation>
    </message>
    <message>
        <source>评议与校阅</source>
        <translation>Deliberation</translation>
    </message>
    <message>
        <source>会后</source>
        <translation>Afterwards</translation>
    </message>
    <message>
        <source>会议的各个页面</source>
        <translation>Pages of the meeting</translation>
    </message>
    <message>
        <source>核对签名</source>
        <translation>Signing</translation>
    </message>
</context>
<context>
    <name>MeetingsPane</name>
    <message>
        <source>会议</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>按标题、编号、单位、地点筛选</source>
        <translation>Filter by title, number, office or place</translation>
    </message>
    <message>
        <source>筛选会议</source>
        <translation>Filter Meetings</translation>
    </message>
    <message>
        <source>会议列表</source>
        <translation>List of Meetings</translation>
    </message>
    <message>
        <source>复制标题</source>
        <translation>Copy Title</translation>
    </message>
    <message>
        <source>没有符合条件的会议。</source>
        <translation>No meeting matches.</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新建会议，或者打开案件文件</source>
        <translation>Make a new meeting, or open a case file</translation>
    </message>
</context>
<context>
    <name>MovementCard</name>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>原因（可以不写），回车登记{movement}</source>
        <translation>Reason (optional); Enter notes: {movement}</translation>
    </message>
    <message>
        <source>{name}：{where}</source>
        <translation>{name}: {where}</translation>
    </message>
</context>
<context>
    <name>NoPaper</name>
    <message>
        <source>没有生成预览。</source>
        <translation>The preview was not made.</translation>
    </message>
    <message>
        <source>重新生成</source>
        <translation>Make it again</translation>
    </message>
</context>
<context>
    <name>NoticePanel</name>
    <message>
        <source>复制文字</source>
        <translation>Copy Text</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>OpenAnswers</name>
    <message>
        <source>逐条列出意见</source>
        <translation>List Every Opinion</translation>
    </message>
    <message>
        <source>为还没有列出的意见逐条添加参考情况，按发言顺序</source>
        <translation>Add an answer for each opinion that has none yet, in speaking order</translation>
    </message>
    <message>
        <source>还有{number}条意见没有参考情况</source>
        <translation>Opinions still without an answer: {number}</translation>
    </message>
    <message>
        <source>每条意见都已写明参考情况。</source>
        <translation>Every opinion has its answer.</translation>
    </message>
    <message>
        <source>这次会议没有可供说明的意见。</source>
        <translation>This meeting has no opinions to answer.</translation>
    </message>
    <message>
        <source>填写参考情况：{opinion}</source>
        <translation>Answer {opinion}</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>继续导入</source>
        <translation>Import Anyway</translation>
    </message>
    <message>
        <source>打开案件文件（导入不能撤销）</source>
        <translation>Open Case Files (importing cannot be undone)</translation>
    </message>
    <message>
        <source>案件文件 (*.json)</source>
        <translation>Case files (*.json)</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>导入会议不能撤销，此前的操作也不再能撤销。</source>
        <translation>Importing cannot be undone, and neither can the steps before it any more.</translation>
    </message>
    <message>
        <source>已有的会议不会改动。</source>
        <translation>The meetings that are there stay as they are.</translation>
    </message>
    <message>
        <source>导入的会议如不需要，可以移到回收站。</source>
        <translation>What was imported can be moved to the bin if it is not needed.</translation>
    </message>
    <message>
        <source>作为副本导入</source>
        <translation>Import as a Copy</translation>
    </message>
    <message>
        <source>{count}个文件都作为副本导入</source>
        <translation>Import All {count} Files as Copies</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>记录发言</source>
        <translation>Take Down a Line</translation>
    </message>
    <message>
        <source>修改发言</source>
        <translation>Edit Line</translation>
    </message>
    <message>
        <source>更改发言人</source>
        <translation>Change Speaker</translation>
    </message>
    <message>
        <source>更改所属议程</source>
        <translation>Move to Agenda Item</translation>
    </message>
    <message>
        <source>移动发言</source>
        <translation>Move Lines</translation>
    </message>
    <message>
        <source>删除发言</source>
        <translation>Delete Lines</translation>
    </message>
    <message>
        <source>新建会议</source>
        <translation>New Meeting</translation>
    </message>
    <message>
        <source>复制会议</source>
        <translation>Copy Meeting</translation>
    </message>
    <message>
        <source>更改会议状态</source>
        <translation>Change State of Meeting</translation>
    </message>
    <message>
        <source>删除会议</source>
        <translation>Delete Meeting</translation>
    </message>
    <message>
        <source>还原会议</source>
        <translation>Take Meeting out of the Bin</translation>
    </message>
    <message>
        <source>打开案件文件</source>
        <translation>Open Case Files</translation>
    </message>
    <message>
        <source>更改所属步骤</source>
        <translation>Change Step</translation>
    </message>
    <message>
        <source>按顺序编号</source>
        <translation>Number in this order</translation>
    </message>
    <message>
        <source>更改规则</source>
        <translation>Change Rules</translation>
    </message>
    <message>
        <source>列出签名人员</source>
        <translation>List signers</translation>
    </message>
    <message>
        <source>登记全部已签名</source>
        <translation>Note all as signed</translation>
    </message>
    <message>
        <source>登记书面意见</source>
        <translation>Note Written Opinion</translation>
    </message>
    <message>
        <source>登记未发表意见</source>
        <translation>Note That None Was Given</translation>
    </message>
    <message>
        <source>删除意见</source>
        <translation>Delete Opinion</translation>
    </message>
    <message>
        <source>并入发言</source>
        <translation>Join Line to Opinion</translation>
    </message>
    <message>
        <source>移出发言</source>
        <translation>Part Line from Opinion</translation>
    </message>
    <message>
        <source>逐条列出意见</source>
        <translation>List Every Opinion</translation>
    </message>
    <message>
        <source>登记文书签名</source>
        <translation>Sign paper</translation>
    </message>
    <message>
        <source>记录{movement}</source>
        <translation>Record: {movement}</translation>
    </message>
    <message>
        <source>转入议程</source>
        <translation>Turn to item</translation>
    </message>
    <message>
        <source>转入步骤</source>
        <translation>Turn to step</translation>
    </message>
    <message>
        <source>停止计时</source>
        <translation>Stop the time</translation>
    </message>
    <message>
        <source>调整发言次序</source>
        <translation>Change the queue</translation>
    </message>
    <message>
        <source>标记待核对</source>
        <translation>Mark to be checked</translation>
    </message>
    <message>
        <source>取消待核对标记</source>
        <translation>Take the mark away</translation>
    </message>
    <message>
        <source>添加内部备注</source>
        <translation>Add internal note</translation>
    </message>
    <message>
        <source>修改内部备注</source>
        <translation>Change internal note</translation>
    </message>
    <message>
        <source>删除内部备注</source>
        <translation>Delete internal note</translation>
    </message>
    <message>
        <source>修改短语代码</source>
        <translation>Change short codes</translation>
    </message>
    <message>
        <source>排队发言</source>
        <translation>Wait to speak</translation>
    </message>
    <message>
        <source>取消排队</source>
        <translation>Wait no longer</translation>
    </message>
    <message>
        <source>记为意见</source>
        <translation>Take as an opinion</translation>
    </message>
    <message>
        <source>移交记录工作</source>
        <translation>Hand the record over</translation>
    </message>
    <message>
        <source>开始练习</source>
        <translation>Begin practising</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>移除附件</source>
        <translation>Remove attachment</translation>
    </message>
    <message>
        <source>修改附件说明</source>
        <translation>Describe attachment</translation>
    </message>
</context>
<context>
    <name>OpinionForm</name>
    <message>
        <source>选中一条意见，在这里填写它所答的问题、理由和法律依据。</source>
        <translation>Select an opinion to enter here the question it answers, its reasons and legal basis.</translation>
    </message>
    <message>
        <source>删除这条意见</source>
        <translation>Delete this opinion</translation>
    </message>
    <message>
        <source>{person}的意见</source>
        <translation>Opinion of {person}</translation>
    </message>
</context>
<context>
    <name>OpinionGrid</name>
    <message>
        <source>已发表</source>
        <translation>Heard</translation>
    </message>
    <message>
        <source>书面</source>
        <translation>In writing</translation>
    </message>
    <message>
        <source>未发表</source>
        <translation>None given</translation>
    </message>
    <message>
        <source>待发表</source>
        <translation>Not yet heard</translation>
    </message>
    <message>
        <source>回避</source>
        <translation>Recused</translation>
    </message>
    <message>
        <source>不征询</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>{question}，{person}：{state}</source>
        <translation>{question}, {person}: {state}</translation>
    </message>
    <message>
        <source>已说明</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>无记录</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>待说明</source>
        <translation>Not yet explained</translation>
    </message>
    <message>
        <source>专门性问题：{text}</source>
        <translation>Specialist question: {text}</translation>
    </message>
    <message>
        <source>未指明问题</source>
        <translation>Question not given</translation>
    </message>
    <message>
        <source>问题{number}</source>
        <translation>Question {number}</translation>
    </message>
</context>
<context>
    <name>OpinionLines</name>
    <message>
        <source>发言</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>并入这条意见</source>
        <translation>Join to This Opinion</translation>
    </message>
    <message>
        <source>同一发言人的其他发言</source>
        <translation>Other lines of the same speaker</translation>
    </message>
    <message>
        <source>{action}：{line}</source>
        <translation>{action}: {line}</translation>
    </message>
    <message>
        <source>到记录中查看</source>
        <translation>Show in Record</translation>
    </message>
    <message>
        <source>移出</source>
        <translation>Part</translation>
    </message>
</context>
<context>
    <name>OpinionRegister</name>
    <message>
        <source>未指明问题</source>
        <translation>Question not given</translation>
    </message>
    <message>
        <source>登记谁的意见</source>
        <translation>Whose opinion to note</translation>
    </message>
    <message>
        <source>登记的意见所答问题</source>
        <translation>Question that the noted opinion answers</translation>
    </message>
    <message>
        <source>登记书面意见</source>
        <translation>Note Written Opinion</translation>
    </message>
    <message>
        <source>登记未发表意见</source>
        <translation>Note That None Was Given</translation>
    </message>
</context>
<context>
    <name>Opinions</name>
    <message>
        <source>（没有写明原因）</source>
        <translation>(no reason given)</translation>
    </message>
    <message>
        <source>（没有写明内容）</source>
        <translation>(no words entered)</translation>
    </message>
    <message>
        <source>第{number}条续</source>
        <translation>Continued in line {number}</translation>
    </message>
    <message>
        <source>案件{number}</source>
        <translation>Case {number}</translation>
    </message>
    <message>
        <source>第{number}条 {kind}：{words}</source>
        <translation>Line {number} {kind}: {words}</translation>
    </message>
</context>
<context>
    <name>OpinionsPage</name>
    <message>
        <source>意见，按发言顺序</source>
        <translation>Opinions in speaking order</translation>
    </message>
    <message>
        <source>复制意见</source>
        <translation>Copy Opinion</translation>
    </message>
    <message>
        <source>意见按发言顺序排列，是人民检察院依法处理案件的重要参考。</source>
        <translation>Opinions stand in speaking order; they are an important reference for the procuratorate in handling the case according to law.</translation>
    </message>
    <message>
        <source>还没有意见。在记录中把发言类型选为“意见”。</source>
        <translation>No opinions yet. In the record, choose the kind “Opinion”.</translation>
    </message>
    <message>
        <source>意见按发言顺序排列，是各人的个人意见，仅供承办检察官参考；不统计，不归纳。</source>
        <translation>Opinions stand in speaking order; each is its speaker&apos;s own, for the handling prosecutor&apos;s reference only, neither counted nor summed up.</translation>
    </message>
    <message>
        <source>还没有意见。在记录中把发言类型选为“意见”或者“补充”。</source>
        <translation>No opinions yet. In the record, choose the kind “Opinion” or “Supplement”.</translation>
    </message>
    <message>
        <source>意见一览：问题和人员</source>
        <translation>Opinions: questions by people</translation>
    </message>
    <message>
        <source>用方向键移动，按回车键查看原话。</source>
        <translation>Arrow keys move, Enter shows the words.</translation>
    </message>
</context>
<context>
    <name>OrderedList</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>修改文字</source>
        <translation>Edit text</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>降为下一级</source>
        <translation>One level deeper</translation>
    </message>
    <message>
        <source>升为上一级</source>
        <translation>One level up</translation>
    </message>
</context>
<context>
    <name>OrderedModel</name>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>{time}起</source>
        <translation>from {time}</translation>
    </message>
    <message>
        <source>时间未定</source>
        <translation>time open</translation>
    </message>
    <message>
        <source>{minutes}分钟</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>共{minutes}分钟</source>
        <translation>{minutes} min in all</translation>
    </message>
    <message>
        <source>第{level}级</source>
        <translation>level {level}</translation>
    </message>
    <message>
        <source>还没有保存</source>
        <translation>not saved yet</translation>
    </message>
    <message>
        <source>超出计划结束时间</source>
        <translation>beyond the planned end</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>听证步骤</source>
        <translation>Steps of the hearing</translation>
    </message>
    <message>
        <source>需要听证的问题</source>
        <translation>Questions of the hearing</translation>
    </message>
    <message>
        <source>讨论的问题</source>
        <translation>Questions discussed</translation>
    </message>
    <message>
        <source>会议材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>主持人提示：{prompt}</source>
        <translation>Chair: {prompt}</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>议程、问题和材料</source>
        <translation>Agenda, questions and materials</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>没有写明议程、问题和材料。</source>
        <translation>No agenda, questions or materials are given.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>会议已归档，内容只能查看。</source>
        <translation>The meeting is archived: it can be read only.</translation>
    </message>
    <message>
        <source>听证笔录已签名，签名前的内容只能查看；确有错漏的，另作更正说明。</source>
        <translation>The transcript is signed: what it holds can be read only; a mistake is corrected by a sheet of its own.</translation>
    </message>
    <message>
        <source>会议记录已签名，签名前的内容只能查看；确有错漏的，另作更正说明。</source>
        <translation>The record is signed: what it holds can be read only; a mistake is corrected by a sheet of its own.</translation>
    </message>
    <message>
        <source>承办检察官参考情况说明</source>
        <translation>Handling prosecutor&apos;s reference note</translation>
    </message>
    <message>
        <source>本说明由承办检察官个人作出，不属于会议内容，不印入会议记录。</source>
        <translation>The handling prosecutor&apos;s own paper: it is no part of the conference and is not printed in the record.</translation>
    </message>
    <message>
        <source>分歧情况报告</source>
        <translation>Report on divergence</translation>
    </message>
    <message>
        <source>部门负责人向检察长提交的报告，独立成文，不属于会议记录。</source>
        <translation>The head&apos;s own report to the chief prosecutor: a paper by itself, no part of the record.</translation>
    </message>
    <message>
        <source>后续去向</source>
        <translation>What followed</translation>
    </message>
    <message>
        <source>案件由承办检察官依法独立提出处理意见或者依照权限决定。</source>
        <translation>The handling prosecutor decides, or proposes, independently and by law.</translation>
    </message>
    <message>
        <source>处理决定与采纳情况</source>
        <translation>Decision and adoption</translation>
    </message>
    <message>
        <source>听证意见是人民检察院依法处理案件的重要参考，不是处理决定。</source>
        <translation>Views of a hearing are an important reference for the lawful handling of the case, not its decision.</translation>
    </message>
    <message>
        <source>人民监督员意见答复</source>
        <translation>Replies to people&apos;s supervisors</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>第{number}条 {speaker}：{words}</source>
        <translation>No. {number} {speaker}: {words}</translation>
    </message>
    <message>
        <source>发言人待核</source>
        <translation>Speaker to be checked</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>参加单位</source>
        <translation>Organs taking part</translation>
    </message>
    <message>
        <source>参加会议的检察院和其他单位，每行一个。</source>
        <translation>The procuratorates and other organs that take part, one a line.</translation>
    </message>
    <message>
        <source>时间和地点</source>
        <translation>Time and place</translation>
    </message>
    <message>
        <source>视频分会场</source>
        <translation>Remote venues</translation>
    </message>
    <message>
        <source>以视频方式参加的会场，每行一个。</source>
        <translation>Rooms that take part by video, one a line.</translation>
    </message>
    <message>
        <source>听证审批</source>
        <translation>Approval of the hearing</translation>
    </message>
    <message>
        <source>告知参加人</source>
        <translation>Notices to participants</translation>
    </message>
    <message>
        <source>听证的案由、时间和地点应当在听证三日前告知参加人。</source>
        <translation>Participants are told of cause, time and place three days before the hearing.</translation>
    </message>
    <message>
        <source>人数要求</source>
        <translation>Quorum</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>供本院办理时参考，不印入会议记录或者听证笔录。</source>
        <translation>For the office&apos;s own use; it is not printed in the record or transcript.</translation>
    </message>
    <message>
        <source>案件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>提请与审批</source>
        <translation>Request and approval</translation>
    </message>
    <message>
        <source>提请事由</source>
        <translation>Reasons for the request</translation>
    </message>
    <message>
        <source>提请召开会议的事由，每行一个。</source>
        <translation>Why the conference is asked for, one reason a line.</translation>
    </message>
    <message>
        <source>议题</source>
        <translation>Issues</translation>
    </message>
    <message>
        <source>提请讨论的问题，每行一个。</source>
        <translation>What is to be discussed, one issue a line.</translation>
    </message>
    <message>
        <source>讨论问题</source>
        <translation>Questions for discussion</translation>
    </message>
    <message>
        <source>参会人员逐人发表意见的问题，每行一个。</source>
        <translation>The questions that each participant gives an opinion on, one a line.</translation>
    </message>
    <message>
        <source>听证问题</source>
        <translation>Questions of the hearing</translation>
    </message>
    <message>
        <source>需要听证的问题，每行一个。</source>
        <translation>What is to be heard, one question a line.</translation>
    </message>
    <message>
        <source>休会评议</source>
        <translation>Deliberation in the break</translation>
    </message>
    <message>
        <source>评议由听证员单独进行，评议内容与交当事人校阅的听证笔录分开。</source>
        <translation>The officers deliberate alone; what is noted here is kept apart from the transcript that parties check.</translation>
    </message>
    <message>
        <source>听证员意见</source>
        <translation>Views of the hearing officers</translation>
    </message>
    <message>
        <source>笔录校阅</source>
        <translation>Checks of the transcript</translation>
    </message>
    <message>
        <source>{manner} {speaker}：{words}</source>
        <translation>{manner}, {speaker}: {words}</translation>
    </message>
    <message>
        <source>签名情况</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>逐人登记已签名、拒绝签名或者缺席；拒绝签名的写明原因。</source>
        <translation>Note for each person: signed, refused, or absent; a refusal with its reason.</translation>
    </message>
    <message>
        <source>更正说明</source>
        <translation>Correction sheets</translation>
    </message>
    <message>
        <source>签名的内容保持原样；确有错漏的，逐份编号说明，与原记录一并打印保存。</source>
        <translation>What was signed stays as it is; an error is put right on numbered sheets, printed and kept with the record.</translation>
    </message>
    <message>
        <source>说明理由后保留的用语</source>
        <translation>Wording kept with a reason</translation>
    </message>
    <message>
        <source>本院规则</source>
        <translation>Offices&apos; own rules</translation>
    </message>
    <message>
        <source>会议所用规则比“严格参考”宽的，写明所依据的本院规则的名称和文号；跨院会议，每个参加的检察院各写一项。</source>
        <translation>Where the meeting follows rules that allow more than “Strictly reference”, enter title and number of the office&apos;s own rule behind them; for a cross-court conference one for each procuratorate that takes part.</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>卷内文书</source>
        <translation>Papers of the file</translation>
    </message>
    <message>
        <source>会场用件</source>
        <translation>Papers for the room</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>脱敏版</source>
        <translation>Masked</translation>
    </message>
    <message>
        <source>当事人姓名改为张某某；未成年人和可以认出他们的人总是隐去。数据不会改动。</source>
        <translation>Parties are named by their surname only; minors and those who would give them away are always hidden. The data stays as it is.</translation>
    </message>
    <message>
        <source>PDF 内附 DOCX 和案卷文件</source>
        <translation>DOCX and case file inside of the PDF</translation>
    </message>
    <message>
        <source>生成 PDF/A-3。脱敏版和摘录不附案卷文件，因为其中有全部姓名和案件。</source>
        <translation>Makes PDF/A-3. A masked version or an excerpt holds no case file, which has all names and cases.</translation>
    </message>
    <message>
        <source>摘录的案件</source>
        <translation>Case of the excerpt</translation>
    </message>
    <message>
        <source>全部案件</source>
        <translation>All cases</translation>
    </message>
    <message>
        <source>按适用规则可以另外制作</source>
        <translation>Also possible under the rules in use</translation>
    </message>
</context>
<context>
    <name>PaperGroup</name>
    <message>
        <source>导出{paper}</source>
        <translation>Export: {paper}</translation>
    </message>
    <message>
        <source>全不选</source>
        <translation>Choose None</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Choose All</translation>
    </message>
</context>
<context>
    <name>PaperNames</name>
    <message>
        <source>会议记录</source>
        <translation>Record of the conference</translation>
    </message>
    <message>
        <source>听证笔录</source>
        <translation>Hearing transcript</translation>
    </message>
    <message>
        <source>参考情况说明</source>
        <translation>Handler’s note</translation>
    </message>
    <message>
        <source>分歧情况报告</source>
        <translation>Report on divergence</translation>
    </message>
    <message>
        <source>主持人流程单</source>
        <translation>Chair’s run sheet</translation>
    </message>
    <message>
        <source>不予听证答复</source>
        <translation>Refusal of a hearing</translation>
    </message>
    <message>
        <source>听证方案审批表</source>
        <translation>Hearing plan and approval</translation>
    </message>
    <message>
        <source>听证公告</source>
        <translation>Public notice of the hearing</translation>
    </message>
    <message>
        <source>听证通知书</source>
        <translation>Notice to participants</translation>
    </message>
    <message>
        <source>听证员邀请函</source>
        <translation>Invitation of hearing officers</translation>
    </message>
    <message>
        <source>评议笔录</source>
        <translation>Record of deliberation</translation>
    </message>
    <message>
        <source>听证意见表</source>
        <translation>Hearing officers’ opinions</translation>
    </message>
    <message>
        <source>听证意见采纳情况审批表</source>
        <translation>Approval of adopting the officers’ opinion</translation>
    </message>
    <message>
        <source>人民监督员意见反馈表</source>
        <translation>Feedback to people’s supervisors</translation>
    </message>
    <message>
        <source>提请审批表</source>
        <translation>Request and approval</translation>
    </message>
    <message>
        <source>会议通知</source>
        <translation>Notice of the conference</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>List of materials</translation>
    </message>
    <message>
        <source>签到表</source>
        <translation>Sign-in sheet</translation>
    </message>
    <message>
        <source>专业说明</source>
        <translation>Expert explanation</translation>
    </message>
    <message>
        <source>书面意见</source>
        <translation>Written opinions</translation>
    </message>
    <message>
        <source>参考意见汇编</source>
        <translation>Reference opinions by person</translation>
    </message>
    <message>
        <source>送交回执</source>
        <translation>Delivery receipt</translation>
    </message>
    <message>
        <source>更正说明</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>过问情况登记表</source>
        <translation>Record of interference</translation>
    </message>
    <message>
        <source>席卡（姓名和单位）</source>
        <translation>Name plates (name and office)</translation>
    </message>
    <message>
        <source>席卡（只有姓名）</source>
        <translation>Name plates (name only)</translation>
    </message>
    <message>
        <source>座次表</source>
        <translation>Seating plan</translation>
    </message>
    <message>
        <source>校阅页</source>
        <translation>Read-back pages</translation>
    </message>
    <message>
        <source>{paper}（{version}）</source>
        <translation>{paper} ({version})</translation>
    </message>
    <message>
        <source>只摘录：{case}</source>
        <translation>Excerpt: {case}</translation>
    </message>
    <message>
        <source>（未写案件名称）</source>
        <translation>(case without a name)</translation>
    </message>
    <message>
        <source>脱敏版，{excerpt}</source>
        <translation>Masked · {excerpt}</translation>
    </message>
    <message>
        <source>脱敏版·摘录</source>
        <translation>Masked excerpt</translation>
    </message>
    <message>
        <source>脱敏版</source>
        <translation>Masked</translation>
    </message>
    <message>
        <source>摘录</source>
        <translation>Excerpt</translation>
    </message>
    <message>
        <source>完整版</source>
        <translation>Complete</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>参会人员</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>（未写姓名）</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>待发表</source>
        <translation>to be heard</translation>
    </message>
    <message>
        <source>已暂停 {time}</source>
        <translation>paused {time}</translation>
    </message>
    <message>
        <source>发言中 {time}</source>
        <translation>speaking {time}</translation>
    </message>
    <message>
        <source>第{place}位</source>
        <translation>no. {place} in line</translation>
    </message>
    <message>
        <source>已记录{count}条</source>
        <translation>{count} lines taken down</translation>
    </message>
    <message>
        <source>{office}{count}条</source>
        <translation>{office}: {count} lines</translation>
    </message>
    <message>
        <source>尚未发表意见</source>
        <translation>has not given an opinion yet</translation>
    </message>
    <message>
        <source>发言次序第{place}位</source>
        <translation>no. {place} in the order of speaking</translation>
    </message>
    <message>
        <source>{number}号</source>
        <translation>no. {number}</translation>
    </message>
    <message>
        <source>发言中</source>
        <translation>speaking</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>参会人员</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>还没有参会人员。在上面输入姓名添加，也可以粘贴一份名单，每行一人。</source>
        <translation>There is nobody yet. Type a name above to add people, or paste a list with one person per line.</translation>
    </message>
    <message>
        <source>已添加{count}人。</source>
        <translation>People added: {count}.</translation>
    </message>
    <message>
        <source>{count}人已在会议中，没有重复添加。</source>
        <translation> Already in the meeting and not added again: {count}.</translation>
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message>
        <source>参会人员</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>{count}人</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>回车由其发言，空格登记出入，Q 排入或者移出发言次序</source>
        <translation>Enter gives the word, Space notes who comes and goes, Q queues or unqueues</translation>
    </message>
    <message>
        <source>由其发言</source>
        <translation>Give the word</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>登记出入…</source>
        <translation>Come or go…</translation>
    </message>
    <message>
        <source>排入或者移出发言次序</source>
        <translation>Queue or unqueue</translation>
    </message>
    <message>
        <source>不足 {counts}</source>
        <translation>short {counts}</translation>
    </message>
    <message>
        <source>计入 {counts}</source>
        <translation>counted {counts}</translation>
    </message>
    <message>
        <source>旁听{count}人</source>
        <translation>{count} observers</translation>
    </message>
    <message>
        <source>发言：{offices}</source>
        <translation>Spoken: {offices}</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>人数要求</source>
        <translation>Quorum</translation>
    </message>
</context>
<context>
    <name>PracticeBar</name>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>结束练习</source>
        <translation>End</translation>
    </message>
    <message>
        <source>结束练习，练习用的会议移到回收站</source>
        <translation>End practising; the meeting that was practised in goes to the bin</translation>
    </message>
    <message>
        <source>{n}号</source>
        <translation>No. {n}</translation>
    </message>
    <message>
        <source>练习 {done}/{total} · {number} {name}</source>
        <translation>Practice {done}/{total} · {number} {name}</translation>
    </message>
    <message>
        <source>练习完成</source>
        <translation>Practice done</translation>
    </message>
    <message>
        <source>输入号码和空格选发言人，输入发言内容，按回车记录。</source>
        <translation>Type the number and a blank for the speaker, then the words, then Enter.</translation>
    </message>
    <message>
        <source>发言人正确</source>
        <translation>right speaker</translation>
    </message>
    <message>
        <source>发言人不对，应当核对号码</source>
        <translation>wrong speaker, check the number</translation>
    </message>
    <message>
        <source>上一条：{speaker}，内容一致。</source>
        <translation>Last one: {speaker}, the words are the same.</translation>
    </message>
    <message>
        <source>上一条：{speaker}，有{count}个字不同。</source>
        <translation>Last one: {speaker}, {count} characters differ.</translation>
    </message>
    <message>
        <source>{lines}条发言，发言人对了{speakers}条；{said}个字对了{right}个，每分钟约{speed}个字。</source>
        <translation>{lines} contributions, {speakers} with the right speaker; {right} of {said} characters right, about {speed} a minute.</translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>预览{paper}</source>
        <translation>Preview: {paper}</translation>
    </message>
    <message>
        <source>文书：{paper}</source>
        <translation>Paper: {paper}</translation>
    </message>
    <message>
        <source>输入页码后按回车</source>
        <translation>Type a page number and press Enter</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>显示比例：{zoom}</source>
        <translation>Zoom: {zoom}</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭预览（Esc）</source>
        <translation>Close the preview (Esc)</translation>
    </message>
    <message>
        <source>页码，共{count}页</source>
        <translation>Page number, of {count}</translation>
    </message>
    <message>
        <source>版本：{version}</source>
        <translation>Version: {version}</translation>
    </message>
</context>
<context>
    <name>PreviewNotes</name>
    <message>
        <source>可以预览；有须先改写的用语，改写以前不能导出和打印。</source>
        <translation>Shown for preview only: until the wording below is changed, the paper is neither exported nor printed.</translation>
    </message>
    <message>
        <source>需要核对的内容</source>
        <translation>To be looked at</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>导出 PDF…</source>
        <translation>Export the PDF…</translation>
    </message>
    <message>
        <source>重新生成</source>
        <translation>Make it again</translation>
    </message>
    <message>
        <source>{paper}，第{page}页，共{count}页</source>
        <translation>{paper}, page {page} of {count}</translation>
    </message>
</context>
<context>
    <name>PrintLine</name>
    <message>
        <source>已全部送往打印机“{printer}”。</source>
        <translation>Everything was sent to the printer “{printer}”.</translation>
    </message>
    <message>
        <source>已取消打印，没有送出任何一页。</source>
        <translation>Printing was cancelled; no page was sent.</translation>
    </message>
    <message>
        <source>已取消打印；已经送出的{count}页可能仍会打印出来。</source>
        <translation>Printing was cancelled; pages already sent may still come out: {count}.</translation>
    </message>
    <message>
        <source>{version}已全部送往打印机“{printer}”。</source>
        <translation>{version}: everything was sent to the printer “{printer}”.</translation>
    </message>
</context>
<context>
    <name>Projection</name>
    <message>
        <source>第二屏幕：未打开</source>
        <translation>Second screen: not open</translation>
    </message>
    <message>
        <source>第二屏幕：已断开</source>
        <translation>Second screen: disconnected</translation>
    </message>
    <message>
        <source>第二屏幕：已黑屏</source>
        <translation>Second screen: blank</translation>
    </message>
    <message>
        <source>第二屏幕：显示中（另一场会议）</source>
        <translation>Second screen: showing (another meeting)</translation>
    </message>
    <message>
        <source>第二屏幕：显示中（休会评议）</source>
        <translation>Second screen: showing (deliberation)</translation>
    </message>
    <message>
        <source>第二屏幕：在窗口中显示</source>
        <translation>Second screen: in a window</translation>
    </message>
    <message>
        <source>第二屏幕：显示中</source>
        <translation>Second screen: showing</translation>
    </message>
    <message>
        <source>在窗口中显示</source>
        <translation>Show in a window</translation>
    </message>
</context>
<context>
    <name>Quorum</name>
    <message>
        <source>{count}人</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count}院</source>
        <translation>{count} offices</translation>
    </message>
    <message>
        <source>现有{count}人，要求{required}人</source>
        <translation>{count} are there, {required} are required</translation>
    </message>
    <message>
        <source>人员来自{count}个院，要求{required}个院</source>
        <translation>they come from {count} offices, {required} are required</translation>
    </message>
    <message>
        <source>人数不足：{missing}。</source>
        <translation>Quorum lost: {missing}.</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>人数 {counts}</source>
        <translation>Quorum {counts}</translation>
    </message>
    <message>
        <source>人数不足 {counts}</source>
        <translation>Quorum lost {counts}</translation>
    </message>
    <message>
        <source>发言人待核{count}条</source>
        <translation>{count} lines await a speaker</translation>
    </message>
    <message>
        <source>标记待核对{count}条</source>
        <translation>{count} marked to check</translation>
    </message>
</context>
<context>
    <name>QuorumLine</name>
    <message>
        <source>人数要求…</source>
        <translation>Quorum…</translation>
    </message>
    <message>
        <source>到会情况尚未登记。</source>
        <translation>Attendance is not registered yet.</translation>
    </message>
    <message>
        <source>另有{count}名计入人数的人员未登记到会情况。</source>
        <translation>Attendance is not registered for {count} more who count.</translation>
    </message>
    <message>
        <source>会议记录中写的是{count}人。</source>
        <translation>The record says {count}.</translation>
    </message>
    <message>
        <source>改为{count}人</source>
        <translation>Change to {count}</translation>
    </message>
    <message>
        <source>记入会议记录</source>
        <translation>Put into the record</translation>
    </message>
    <message>
        <source>到场并计入人数{count}人，来自{offices}个院</source>
        <translation>Present and counted: {count}, from {offices} procuratorates</translation>
    </message>
    <message>
        <source>计入人数{count}人，来自{offices}个院</source>
        <translation>Counted: {count}, from {offices} procuratorates</translation>
    </message>
    <message>
        <source>{counted}；要求{required}人</source>
        <translation>{counted}; required: {required}</translation>
    </message>
    <message>
        <source>听证员{count}人</source>
        <translation>Hearing officers: {count}</translation>
    </message>
    <message>
        <source>听证员{count}人，到场{present}人</source>
        <translation>Hearing officers: {count}, present: {present}</translation>
    </message>
    <message>
        <source>要求来自{count}个以上检察院。</source>
        <translation>From at least {count} procuratorates. </translation>
    </message>
    <message>
        <source>并且不少于部门检察官的{part}/{whole}。</source>
        <translation>And at least {part}/{whole} of the department&apos;s prosecutors. </translation>
    </message>
    <message>
        <source>依据：{source}</source>
        <translation>Source: {source}</translation>
    </message>
</context>
<context>
    <name>ReadyPanel</name>
    <message>
        <source>列出签名人员</source>
        <translation>List signers</translation>
    </message>
    <message>
        <source>按适用规则列出应当签名的人，已登记的保持不变</source>
        <translation>List who is to sign by the profile; what is noted already stays</translation>
    </message>
    <message>
        <source>其余登记为已签名</source>
        <translation>Note the others as signed</translation>
    </message>
    <message>
        <source>把还没有登记签名情况的人登记为已签名</source>
        <translation>Note as signed everybody of whom nothing is noted yet</translation>
    </message>
    <message>
        <source>签名锁定…</source>
        <translation>Sign and Lock…</translation>
    </message>
    <message>
        <source>正在检查……</source>
        <translation>Checking …</translation>
    </message>
    <message>
        <source>签名前还缺{count}项</source>
        <translation>Missing before signing: {count}</translation>
    </message>
    <message>
        <source>可以签名锁定</source>
        <translation>Ready to be signed and locked</translation>
    </message>
    <message>
        <source>补齐以后才能签名锁定；锁定以后内容不能再改动。</source>
        <translation>Complete these, then the record can be signed and locked; afterwards it cannot be changed.</translation>
    </message>
    <message>
        <source>会议进入核对阶段以后才能签名锁定，现在可以先补齐。</source>
        <translation>The record can be signed once the meeting is being checked; what is missing can be completed now.</translation>
    </message>
    <message>
        <source>已签名锁定，内容与签名时一致</source>
        <translation>Signed and locked; the contents are what was signed</translation>
    </message>
    <message>
        <source>注意：内容与签名时的摘要不一致</source>
        <translation>Attention: the contents differ from the digest of what was signed</translation>
    </message>
    <message>
        <source>已签名锁定，摘要由更新的程序制作，不能核对</source>
        <translation>Signed and locked; the digest was made by a newer program and cannot be checked</translation>
    </message>
    <message>
        <source>已签名锁定，没有摘要</source>
        <translation>Signed and locked, without a digest</translation>
    </message>
    <message>
        <source>封存时间：{time}&#x3000;摘要（SHA-256）：{digest}</source>
        <translation>Sealed {time} · digest (SHA-256) {digest}</translation>
    </message>
    <message>
        <source>……另有{count}项</source>
        <translation>… and {count} more</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>发言记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>复制发言</source>
        <translation>Copy Lines</translation>
    </message>
    <message>
        <source>这次会议还没有发言记录。在下面输入第一条。</source>
        <translation>This meeting has no lines yet. Type the first one below.</translation>
    </message>
    <message>
        <source>没有保存，正在重试</source>
        <translation>Not saved, trying again</translation>
    </message>
</context>
<context>
    <name>RecusalSection</name>
    <message>
        <source>无人申请回避</source>
        <translation>Nobody recused</translation>
    </message>
    <message>
        <source>询问后无人提出回避的，记一项“无”</source>
        <translation>Notes, after asking, that nobody is to be recused</translation>
    </message>
    <message>
        <source>记录无人申请回避</source>
        <translation>Note that nobody was recused</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>备份，最新的在前</source>
        <translation>Backups, newest first</translation>
    </message>
    <message>
        <source>正在检查备份…</source>
        <translation>Checking the backups…</translation>
    </message>
    <message>
        <source>恢复这份备份</source>
        <translation>Restore this backup</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>There is no backup yet</translation>
    </message>
    <message>
        <source>备份保存在“{folder}”。如果备份在U盘上，请先复制到这个文件夹。</source>
        <translation>Backups are kept in “{folder}”. If yours is on a stick, copy it into this folder first.</translation>
    </message>
    <message>
        <source>无法列出备份</source>
        <translation>The backups cannot be listed</translation>
    </message>
    <message>
        <source>选择要恢复的备份</source>
        <translation>Choose the backup to restore</translation>
    </message>
    <message>
        <source>恢复以后，全部会议回到备份时的样子，在那以后录入和修改的内容都不在其中。恢复不能撤销；但是恢复之前，程序先把现在的数据另存为一份备份，需要时可以再恢复它。</source>
        <translation>All meetings go back to what they were when the backup was made; what was typed or changed since is not in it. Restoring cannot be undone, but the present data is first kept as a backup of its own, which you can restore when needed.</translation>
    </message>
    <message>
        <source>请选择一份备份。</source>
        <translation>Choose a backup.</translation>
    </message>
    <message>
        <source>会议将回到{time}的样子，共{count}次会议。</source>
        <translation>The meetings go back to what they were on {time}; meetings in it: {count}.</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>（未写姓名）</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>计入人数</source>
        <translation>Counted for the quorum</translation>
    </message>
    <message>
        <source>不计入人数</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>{number}号</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>单位和职务</source>
        <translation>Office and post</translation>
    </message>
    <message>
        <source>点击或者按空格键，改为未登记</source>
        <translation>Click or press Space to set back to not registered</translation>
    </message>
    <message>
        <source>点击或者按空格键，登记到场</source>
        <translation>Click or press Space to register as present</translation>
    </message>
</context>
<context>
    <name>RosterChanges</name>
    <message>
        <source>修改{field}</source>
        <translation>Change {field}</translation>
    </message>
    <message>
        <source>修改{count}人的{field}</source>
        <translation>Change {field} of {count} people</translation>
    </message>
    <message>
        <source>取消登记到场</source>
        <translation>Take back registered presence</translation>
    </message>
    <message>
        <source>登记到场</source>
        <translation>Register as present</translation>
    </message>
    <message>
        <source>移出{name}</source>
        <translation>Take out {name}</translation>
    </message>
    <message>
        <source>移出{count}人</source>
        <translation>Take out {count} people</translation>
    </message>
    <message>
        <source>调整人员顺序</source>
        <translation>Reorder participants</translation>
    </message>
    <message>
        <source>添加{name}</source>
        <translation>Add {name}</translation>
    </message>
    <message>
        <source>添加{count}人</source>
        <translation>Add {count} people</translation>
    </message>
</context>
<context>
    <name>RowDragger</name>
    <message>
        <source>{count}项：{text}</source>
        <translation>{count} items: {text}</translation>
    </message>
</context>
<context>
    <name>RowWriter</name>
    <message>
        <source>第{number}项的文字</source>
        <translation>Text of item {number}</translation>
    </message>
    <message>
        <source>第{number}项的计划用时（分钟）</source>
        <translation>Planned minutes of item {number}</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>意见可以按问题归并，不写人数</source>
        <translation>Views may be grouped by question, without numbers</translation>
    </message>
    <message>
        <source>会议记录以外不另作材料</source>
        <translation>No paper besides the record</translation>
    </message>
    <message>
        <source>可以按发言人另作参考意见汇编</source>
        <translation>A compilation of the opinions by person may be made</translation>
    </message>
    <message>
        <source>可以另作讨论要点</source>
        <translation>A paper on the points of discussion may be made</translation>
    </message>
    <message>
        <source>可以另作会议纪要</source>
        <translation>Summary minutes may be made</translation>
    </message>
    <message>
        <source>多数人的看法不产生程序后果</source>
        <translation>What most speakers think has no effect in procedure</translation>
    </message>
    <message>
        <source>部门负责人或者承办检察官不同意多数人意见的，由部门负责人另行报告检察长，不写入会议记录</source>
        <translation>If the head of department or the handling prosecutor disagrees with most speakers, the head reports to the chief prosecutor separately, outside the record</translation>
    </message>
    <message>
        <source>多数人的看法产生什么后果，依照本院规则，程序不作统计</source>
        <translation>What the views of most speakers lead to is for the office&apos;s own rule; the program counts nothing</translation>
    </message>
    <message>
        <source>多数人的看法在会议记录以外处理，程序不作统计</source>
        <translation>The views of most speakers are dealt with outside the record; the program counts nothing</translation>
    </message>
    <message>
        <source>提请后{days}日内审批</source>
        <translation>Approval within {days} days of the request</translation>
    </message>
    <message>
        <source>会议{days}日前发出通知和材料</source>
        <translation>Notice and papers {days} days before the conference</translation>
    </message>
    <message>
        <source>听证{days}日前告知参加人</source>
        <translation>Participants told {days} days before the hearing</translation>
    </message>
    <message>
        <source>公开听证{days}日前发布公告</source>
        <translation>Public notice {days} days before an open hearing</translation>
    </message>
    <message>
        <source>旁听申请至迟在听证{days}日前截止</source>
        <translation>Applications to observe end at the latest {days} days before the hearing</translation>
    </message>
    <message>
        <source>提请当日审批</source>
        <translation>Approval on the day of the request</translation>
    </message>
    <message>
        <source>至迟在会议当日发出通知和材料</source>
        <translation>Notice and papers on the day of the conference at the latest</translation>
    </message>
    <message>
        <source>至迟在听证当日告知参加人</source>
        <translation>Participants told on the day of the hearing at the latest</translation>
    </message>
    <message>
        <source>至迟在听证当日发布公告</source>
        <translation>Public notice on the day of the hearing at the latest</translation>
    </message>
    <message>
        <source>旁听申请至迟在听证当日截止</source>
        <translation>Applications to observe end on the day of the hearing at the latest</translation>
    </message>
    <message>
        <source>听证意见是依法处理案件的重要参考，不是处理决定。</source>
        <translation>The hearing opinion is an important reference for handling the case, not a decision.</translation>
    </message>
    <message>
        <source>{one}；{two}；{three}。</source>
        <translation>{one}. {two}. {three}.</translation>
    </message>
    <message>
        <source>比“严格参考”宽：须有本院规则的名称和文号；跨院会议须有每个参加的检察院的规则。</source>
        <translation>Allows more than “Strictly reference”: title and number of the office&apos;s own rule are needed, in a cross-court conference of every procuratorate&apos;s.</translation>
    </message>
    <message>
        <source>适用会议</source>
        <translation>For</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>计入人数</source>
        <translation>Quorum</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>文书标题</source>
        <translation>Titles of papers</translation>
    </message>
    <message>
        <source>文书引用</source>
        <translation>Cited on papers</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>施行期间</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>承办检察官不计入</source>
        <translation>the handling prosecutor is not counted</translation>
    </message>
    <message>
        <source>检察官助理、书记员和回避的人员不计入</source>
        <translation>assistants, clerks and recused people are not counted</translation>
    </message>
    <message>
        <source>不少于{count}人</source>
        <translation>at least {count} people</translation>
    </message>
    <message>
        <source>不少于部门检察官的{part}/{whole}</source>
        <translation>at least {part}/{whole} of the department&apos;s prosecutors</translation>
    </message>
    <message>
        <source>跨院会议来自{count}个以上检察院</source>
        <translation>in a cross-court conference from at least {count} procuratorates</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{start}至{end}</source>
        <translation>{start} to {end}</translation>
    </message>
    <message>
        <source>{start}起</source>
        <translation>from {start}</translation>
    </message>
    <message>
        <source>至{end}</source>
        <translation>until {end}</translation>
    </message>
    <message>
        <source>被拦下的用语可以写明理由后保留</source>
        <translation>A blocked phrase may be kept with a reason</translation>
    </message>
    <message>
        <source>被拦下的用语须改写，不能保留</source>
        <translation>A blocked phrase must be rewritten and cannot be kept</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>本院规则</source>
        <translation>Own rule</translation>
    </message>
    <message>
        <source>不需要</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>{deadline}，首尾两日不计</source>
        <translation>{deadline}, whole days between</translation>
    </message>
    <message>
        <source>{paper}：{title}</source>
        <translation>{paper}: {title}</translation>
    </message>
    <message>
        <source>{words}（依据：{source}）</source>
        <translation>{words} (source: {source})</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>检察听证</source>
        <translation>Procuratorial hearings</translation>
    </message>
    <message>
        <source>检察官联席会议</source>
        <translation>Prosecutors&apos; joint conferences</translation>
    </message>
    <message>
        <source>意见按发言人分别记录，不作归并</source>
        <translation>Views are recorded person by person and not grouped</translation>
    </message>
    <message>
        <source>意见归并</source>
        <translation>Grouping</translation>
    </message>
    <message>
        <source>程序后果</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>意见不同不产生程序后果</source>
        <translation>Differing views have no effect in procedure</translation>
    </message>
    <message>
        <source>依规定须报告的分歧，由部门负责人另行报告检察长，不写入会议记录</source>
        <translation>Differences that must be reported go from the head of department to the chief prosecutor, outside the record</translation>
    </message>
    <message>
        <source>分歧依照本院规则另行处理，不写入会议记录</source>
        <translation>Differences are dealt with by the office&apos;s own rule, outside the record</translation>
    </message>
    <message>
        <source>分歧在会议记录以外处理</source>
        <translation>Differences are dealt with outside the record</translation>
    </message>
    <message>
        <source>分歧情况报告</source>
        <translation>Report on divergence</translation>
    </message>
    <message>
        <source>{words}可以使用</source>
        <translation>{words}: allowed</translation>
    </message>
    <message>
        <source>{words}只提醒，不阻止</source>
        <translation>{words}: pointed out, not stopped</translation>
    </message>
    <message>
        <source>{words}须改写</source>
        <translation>{words}: must be rewritten</translation>
    </message>
    <message>
        <source>表示会议作出决定的用语</source>
        <translation>words of a decision by the meeting</translation>
    </message>
    <message>
        <source>表示表决的用语</source>
        <translation>words of voting</translation>
    </message>
    <message>
        <source>表示会议共同看法、倾向的用语</source>
        <translation>words of a common view or tendency of the meeting</translation>
    </message>
    <message>
        <source>出现人数、比例的用语</source>
        <translation>numbers and shares of people</translation>
    </message>
    <message>
        <source>给意见分主次的用语</source>
        <translation>words that rank opinions</translation>
    </message>
    <message>
        <source>把责任转给会议的用语</source>
        <translation>words that pass responsibility to the meeting</translation>
    </message>
    <message>
        <source>表明会议作出决定的文书名称</source>
        <translation>titles of papers that tell of a decision</translation>
    </message>
    <message>
        <source>“纪要”这一文书名称</source>
        <translation>the title “minutes”</translation>
    </message>
    <message>
        <source>表示听证员作出处理决定的用语</source>
        <translation>words of a decision by hearing officers</translation>
    </message>
    <message>
        <source>表示听证员表决的用语</source>
        <translation>words of voting by hearing officers</translation>
    </message>
    <message>
        <source>出现听证员人数、比例的用语</source>
        <translation>numbers and shares of hearing officers</translation>
    </message>
    <message>
        <source>主持人表明立场的用语</source>
        <translation>words of a chair who takes sides</translation>
    </message>
    <message>
        <source>引用联席会议意见的用语</source>
        <translation>words from a joint conference</translation>
    </message>
    <message>
        <source>听证评议</source>
        <translation>the deliberation</translation>
    </message>
    <message>
        <source>听证总结</source>
        <translation>the hearing&apos;s summing up</translation>
    </message>
    <message>
        <source>承办人说明</source>
        <translation>the handler&apos;s statement</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>summaries</translation>
    </message>
    <message>
        <source>原话</source>
        <translation>words as spoken</translation>
    </message>
    <message>
        <source>在{fields}中，{said}</source>
        <translation>{said} (in {fields})</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>会议采用哪项规则，在会议的基本信息中选择。</source>
        <translation>Which rules a meeting follows is chosen among its basic information.</translation>
    </message>
    <message>
        <source>查看规则(&amp;W)</source>
        <translation>Sho&amp;w rules</translation>
    </message>
    <message>
        <source>看看这项规则允许什么</source>
        <translation>See what these rules allow</translation>
    </message>
    <message>
        <source>存放本院自定规则的文件夹；还没有时先建立</source>
        <translation>The folder for rules of your own office; it is made if there is none yet</translation>
    </message>
    <message>
        <source>打开本院规则的文件夹(&amp;M)</source>
        <translation>Open Folder of &amp;My Office&apos;s Rules</translation>
    </message>
    <message>
        <source>{name}：{words}</source>
        <translation>{name}: {words}</translation>
    </message>
    <message>
        <source>这项规则的内容</source>
        <translation>What these rules say</translation>
    </message>
    <message>
        <source>以下规则文件有误，没有采用；改正后重新启动程序。</source>
        <translation>These files are faulty and not in use; correct them and start the program again.</translation>
    </message>
    <message>
        <source>有误的规则文件</source>
        <translation>Faulty files of rules</translation>
    </message>
    <message>
        <source>另有{count}个文件有误。</source>
        <translation>{count} more files are faulty.</translation>
    </message>
</context>
<context>
    <name>RunBand</name>
    <message>
        <source>会议进程</source>
        <translation>Course of the meeting</translation>
    </message>
    <message>
        <source>现在时间</source>
        <translation>Time now</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Time spent</translation>
    </message>
    <message>
        <source>本项 {time}</source>
        <translation>This item {time}</translation>
    </message>
    <message>
        <source>本步 {time}</source>
        <translation>This step {time}</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>over time</translation>
    </message>
    <message>
        <source>会议还没有开始计时</source>
        <translation>No item has begun yet</translation>
    </message>
    <message>
        <source>已停止计时</source>
        <translation>Time is stopped</translation>
    </message>
    <message>
        <source>各项都已进行完毕</source>
        <translation>All items are done</translation>
    </message>
    <message>
        <source>按{key}进入{item}</source>
        <translation>{key}: go to {item}</translation>
    </message>
    <message>
        <source>按{key}开始{item}</source>
        <translation>{key}: begin {item}</translation>
    </message>
    <message>
        <source>按{key}停止计时</source>
        <translation>{key}: stop time</translation>
    </message>
    <message>
        <source>回到{item}（{key}）</source>
        <translation>Back to {item} ({key})</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>第{number}项</source>
        <translation>item {number}</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>now</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>next</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>next</translation>
    </message>
    <message>
        <source>计划{planned}分</source>
        <translation>{planned} min planned</translation>
    </message>
    <message>
        <source>用{used}分</source>
        <translation>{used} min used</translation>
    </message>
    <message>
        <source>用{used}分 / 计划{planned}分</source>
        <translation>{used} min / {planned} planned</translation>
    </message>
    <message>
        <source>超{minutes}分</source>
        <translation>+{minutes} min</translation>
    </message>
    <message>
        <source>比计划晚{minutes}分钟</source>
        <translation>{minutes} min late</translation>
    </message>
    <message>
        <source>比计划早{minutes}分钟</source>
        <translation>{minutes} min early</translation>
    </message>
    <message>
        <source>按计划进行</source>
        <translation>On time</translation>
    </message>
</context>
<context>
    <name>RunningPart</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>正在取消…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>已完成 {percent}%</source>
        <translation>{percent}% done</translation>
    </message>
    <message>
        <source>正在准备…</source>
        <translation>Preparing…</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>不备份，直接关闭</source>
        <translation>Close without Backup</translation>
    </message>
    <message>
        <source>还有发言没有保存到磁盘，窗口没有关闭。</source>
        <translation>Some lines are not on the disk yet, so the window was not closed.</translation>
    </message>
    <message>
        <source>没有保存的发言仍在记录末尾，可以复制；程序一直在重试。</source>
        <translation>The lines that are not saved stand at the end of the record and can be copied; the program keeps trying.</translation>
    </message>
    <message>
        <source>放弃没有保存的发言，直接关闭</source>
        <translation>Give up these lines and close</translation>
    </message>
</context>
<context>
    <name>SavedCard</name>
    <message>
        <source>已保存案件文件：{title}</source>
        <translation>Saved the case file: {title}</translation>
    </message>
</context>
<context>
    <name>SavedFiles</name>
    <message>
        <source>在文件夹中显示</source>
        <translation>Show in Folder</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开 {file}</source>
        <translation>Open {file}</translation>
    </message>
    <message>
        <source>保存在 {folder}</source>
        <translation>Saved in {folder}</translation>
    </message>
    <message>
        <source>“{file}”不在了，可能已经被移动、改名或者删除。</source>
        <translation>“{file}” is gone; it may have been moved, renamed or deleted.</translation>
    </message>
    <message>
        <source>系统没有打开“{file}”，请到保存的文件夹中打开。</source>
        <translation>The system did not open “{file}”. Open it in the folder where it was saved.</translation>
    </message>
</context>
<context>
    <name>SecondScreen</name>
    <message>
        <source>第二屏幕</source>
        <translation>Second screen</translation>
    </message>
    <message>
        <source>休会评议</source>
        <translation>Adjourned for deliberation</translation>
    </message>
    <message>
        <source>议程 {number}</source>
        <translation>Item {number}</translation>
    </message>
    <message>
        <source>已超过 {time}</source>
        <translation>Over {time}</translation>
    </message>
    <message>
        <source>检察听证</source>
        <translation>Procuratorial hearing</translation>
    </message>
    <message>
        <source>检察官联席会议</source>
        <translation>Prosecutors’ joint conference</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>所选人员的{field}</source>
        <translation>{field} of the people selected</translation>
    </message>
    <message>
        <source>移出会议</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>全部登记到场</source>
        <translation>Register all as present</translation>
    </message>
    <message>
        <source>按顺序编号</source>
        <translation>Number in this order</translation>
    </message>
    <message>
        <source>{people}人，已选{count}人</source>
        <translation>{people} people, {count} selected</translation>
    </message>
    <message>
        <source>{people}人</source>
        <translation>{people} people</translation>
    </message>
</context>
<context>
    <name>SendingLine</name>
    <message>
        <source>正在准备打印…</source>
        <translation>Preparing to print…</translation>
    </message>
    <message>
        <source>正在打印…（{done}/{total}页）</source>
        <translation>Printing… (page {done} of {total})</translation>
    </message>
    <message>
        <source>正在打印{version}…（{done}/{total}页）</source>
        <translation>Printing: {version}… (page {done} of {total})</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>界面</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>语言(&amp;L)</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>界面的语言，立即生效</source>
        <translation>The language of the interface; takes effect at once</translation>
    </message>
    <message>
        <source>外观(&amp;T)</source>
        <translation>&amp;Appearance</translation>
    </message>
    <message>
        <source>浅色、深色，或者跟随系统</source>
        <translation>Light, dark, or as the system</translation>
    </message>
    <message>
        <source>文字大小(&amp;S)</source>
        <translation>Text &amp;size</translation>
    </message>
    <message>
        <source>界面文字的大小，不影响导出的文书</source>
        <translation>Size of the text in the window; papers are not affected</translation>
    </message>
    <message>
        <source>界面字体(&amp;F)</source>
        <translation>&amp;Font</translation>
    </message>
    <message>
        <source>界面的字体，不影响导出的文书</source>
        <translation>Font of the window; papers are not affected</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>Own Office</translation>
    </message>
    <message>
        <source>新建会议时自动填入，在每次会议中都可以再改。</source>
        <translation>Filled into new meetings; each meeting can still be changed.</translation>
    </message>
    <message>
        <source>单位名称(&amp;O)</source>
        <translation>&amp;Procuratorate</translation>
    </message>
    <message>
        <source>人民检察院的全称</source>
        <translation>Full name of the people&apos;s procuratorate</translation>
    </message>
    <message>
        <source>书记员姓名(&amp;N)</source>
        <translation>Clerk&apos;s &amp;name</translation>
    </message>
    <message>
        <source>通常担任记录的人</source>
        <translation>Who usually keeps the record</translation>
    </message>
    <message>
        <source>书记员职务(&amp;P)</source>
        <translation>Clerk&apos;s p&amp;ost</translation>
    </message>
    <message>
        <source>例如书记员、检察官助理</source>
        <translation>For example clerk, or prosecutor&apos;s assistant</translation>
    </message>
    <message>
        <source>{font}（没有安装）</source>
        <translation>{font} (not installed)</translation>
    </message>
    <message>
        <source>自动选择</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>会上</source>
        <translation>In the meeting</translation>
    </message>
    <message>
        <source>一次发言超过这个时间，记录页和第二屏幕提示已超时；不打断发言，也不影响记录。</source>
        <translation>When a speech lasts longer, the record page and the second screen say so; nobody is cut off, and the record is not affected.</translation>
    </message>
    <message>
        <source>一次发言多长时间以后提示，立即生效</source>
        <translation>After how long a speech is told to be long; takes effect at once</translation>
    </message>
    <message>
        <source>发言超时提示(&amp;G)</source>
        <translation>Lon&amp;g speech after</translation>
    </message>
    <message>
        <source>{count}分钟</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>不提示</source>
        <translation>Never</translation>
    </message>
</context>
<context>
    <name>ShortCodesDialog</name>
    <message>
        <source>短语代码</source>
        <translation>Short codes</translation>
    </message>
    <message>
        <source>这次会议</source>
        <translation>This meeting</translation>
    </message>
    <message>
        <source>本单位</source>
        <translation>Own office</translation>
    </message>
    <message>
        <source>本单位的代码在所有会议中都能用；代码相同时，先用这次会议的，再用本单位的。</source>
        <translation>Codes of the office work in all meetings; where a code is in both lists, that of this meeting is used.</translation>
    </message>
    <message>
        <source>还没有代码。在下面填写代码和短语，再按“添加”。</source>
        <translation>There are no codes yet. Write a code and a phrase below, then press “Add”.</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>短语</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>添加(&amp;A)</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>更改(&amp;E)</source>
        <translation>Chang&amp;e</translation>
    </message>
    <message>
        <source>删除(&amp;D)</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>不用添加的代码</source>
        <translation>Codes that are always there</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>已添加{new}个代码，更改{changed}个。</source>
        <translation>Codes added: {new}; changed: {changed}.</translation>
    </message>
    <message>
        <source>代码“{code}”已经有了：“{words}”。请换一个代码，或者选中它再更改。</source>
        <translation>The code “{code}” is there already: “{words}”. Choose another one, or select it and change it.</translation>
    </message>
    <message>
        <source>已保存。以后“;{code}”得到这里的短语，不再是“{words}”。</source>
        <translation>Saved. From now on “;{code}” gives this phrase and no longer “{words}”.</translation>
    </message>
    <message>
        <source>已删除“{code}”，可以撤销。</source>
        <translation>“{code}” was deleted; this can be undone.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>快捷键</source>
        <translation>Keyboard Shortcuts</translation>
    </message>
    <message>
        <source>查找快捷键</source>
        <translation>Find a shortcut</translation>
    </message>
    <message>
        <source>按功能、拼音首字母或者按键查找</source>
        <translation>Find by words or keys</translation>
    </message>
    <message>
        <source>全部快捷键</source>
        <translation>All keyboard shortcuts</translation>
    </message>
    <message>
        <source>点按键，或者移到按键上按回车键，再按新的快捷键；按 Esc 放弃。没有方框的不能更改。</source>
        <translation>Click a key, or go to it and press Enter, then press the new keys; Esc gives up. Keys without a frame cannot be changed.</translation>
    </message>
    <message>
        <source>没有符合的快捷键。</source>
        <translation>No key fits.</translation>
    </message>
    <message>
        <source>全部恢复默认(&amp;R)</source>
        <translation>&amp;Reset all</translation>
    </message>
    <message>
        <source>所有快捷键都改回程序原来的</source>
        <translation>Go back to the usual keys for everything</translation>
    </message>
    <message>
        <source>{keys} 已用于“{action}”，没有更改。</source>
        <translation>{keys} is used for “{action}” already; nothing was changed.</translation>
    </message>
    <message>
        <source>输入法常用 {keys}；如果按了没有作用，请换一个。</source>
        <translation>Input methods often take {keys} for themselves; choose another one if it does nothing.</translation>
    </message>
    <message>
        <source>{keys} 现在用于“{action}”，请先更改或者恢复它。</source>
        <translation>{keys} is used for “{action}” now; change or reset that first.</translation>
    </message>
    <message>
        <source>{keys} 用来输入文字，请加上 Ctrl，或者用 F1 至 F12。</source>
        <translation>{keys} is needed for typing; add Ctrl, or use F1 to F12.</translation>
    </message>
    <message>
        <source>{keys} 用来移动、确认和离开，不能更改用途。</source>
        <translation>{keys} is needed to move, confirm and leave; it cannot be used for anything else.</translation>
    </message>
    <message>
        <source>{keys} 用来编辑文字，不能更改用途。</source>
        <translation>{keys} is needed to edit text; it cannot be used for anything else.</translation>
    </message>
    <message>
        <source>{keys} 用来切换输入法，不能更改用途。</source>
        <translation>{keys} switches input methods; it cannot be used for anything else.</translation>
    </message>
    <message>
        <source>{keys} 用来打开菜单、输入符号，不能更改用途。</source>
        <translation>{keys} opens menus or types signs; it cannot be used for anything else.</translation>
    </message>
    <message>
        <source>{keys} 留给系统，不能更改用途。</source>
        <translation>{keys} belongs to the system; it cannot be used for anything else.</translation>
    </message>
</context>
<context>
    <name>SpeakingQueue</name>
    <message>
        <source>发言次序</source>
        <translation>Order of speaking</translation>
    </message>
    <message>
        <source>按次序排队</source>
        <translation>Fill in order</translation>
    </message>
    <message>
        <source>把在场而尚未发表意见的人按职级从低到高排队，主持人最后；次序可以随时调整</source>
        <translation>Queues those who are there and have not given an opinion, junior first, the chair last; the order can be changed at any time</translation>
    </message>
    <message>
        <source>没有人排队。选中人员后按 Q 排队。</source>
        <translation>Nobody is waiting. Choose somebody and press Q.</translation>
    </message>
    <message>
        <source>请其发言</source>
        <translation>Give the word</translation>
    </message>
    <message>
        <source>移出次序</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>{number}号</source>
        <translation>no. {number}</translation>
    </message>
</context>
<context>
    <name>SpeechPart</name>
    <message>
        <source>{name}的发言时间</source>
        <translation>Time of {name}’s speech</translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>over time</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>联席</source>
        <translation>Lianxi</translation>
    </message>
    <message>
        <source>重试(&amp;R)</source>
        <translation>Try &amp;Again</translation>
    </message>
    <message>
        <source>选择文件夹…(&amp;C)</source>
        <translation>&amp;Choose Folder…</translation>
    </message>
    <message>
        <source>在那里新建数据库(&amp;N)</source>
        <translation>Make a &amp;New Database There</translation>
    </message>
    <message>
        <source>返回(&amp;B)</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>退出(&amp;Q)</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>选择数据所在的文件夹</source>
        <translation>Choose the folder of the data</translation>
    </message>
</context>
<context>
    <name>TemplatesCard</name>
    <message>
        <source>文书模板</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>本院可以更改部分文书的标题、版头和文字；声明和必备栏目不能更改。</source>
        <translation>An office can change titles, letterheads and words of some papers; statements and required fields cannot be changed.</translation>
    </message>
    <message>
        <source>存放文书模板的文件夹；还没有时先建立</source>
        <translation>The folder of the templates; it is made if it is not there yet</translation>
    </message>
    <message>
        <source>打开模板文件夹(&amp;V)</source>
        <translation>Open &amp;template folder</translation>
    </message>
    <message>
        <source>把可以更改的各种文书的示例写入模板文件夹中的 examples，已有的文件不覆盖</source>
        <translation>Write an example of every paper that can be changed into “examples” inside of the template folder; files that are there stay</translation>
    </message>
    <message>
        <source>写出示例(&amp;X)</source>
        <translation>Wr&amp;ite examples</translation>
    </message>
    <message>
        <source>重新读取(&amp;Z)</source>
        <translation>Verif&amp;y again</translation>
    </message>
    <message>
        <source>改正文件以后再看一遍</source>
        <translation>Look once more after a file was corrected</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>没有模板，文书使用程序自带的文字。</source>
        <translation>There are no templates; papers have the program&apos;s own words.</translation>
    </message>
    <message>
        <source>采用的文书模板</source>
        <translation>Templates in use</translation>
    </message>
    <message>
        <source>以下模板有误，没有采用；相应的文书使用程序自带的文字。</source>
        <translation>These templates are faulty and not used; their papers have the program&apos;s own words.</translation>
    </message>
    <message>
        <source>有误的文书模板</source>
        <translation>Faulty templates</translation>
    </message>
    <message>
        <source>以下用语请斟酌，模板已经采用。</source>
        <translation>Think again about these words; the templates are used.</translation>
    </message>
    <message>
        <source>模板中需要斟酌的用语</source>
        <translation>Words of templates to think about</translation>
    </message>
    <message>
        <source>{paper}（{host}）：{file}，{source}，SHA-256 {digest}</source>
        <translation>{paper} ({host}): {file}, {source}, SHA-256 {digest}</translation>
    </message>
    <message>
        <source>{paper}：{file}，{source}，SHA-256 {digest}</source>
        <translation>{paper}: {file}, {source}, SHA-256 {digest}</translation>
    </message>
    <message>
        <source>另有{count}处。</source>
        <translation>And {count} more.</translation>
    </message>
    <message>
        <source>写出了{count}个示例，在文件夹“{folder}”中。</source>
        <translation>{count} examples were written into the folder “{folder}”.</translation>
    </message>
    <message>
        <source>示例都已在文件夹“{folder}”中，没有写出新的。</source>
        <translation>All examples are in the folder “{folder}” already; none was written.</translation>
    </message>
</context>
<context>
    <name>TextList</name>
    <message>
        <source>（没有）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>F2修改，Delete删除，Alt+↑、Alt+↓移动，也可以用鼠标拖动。</source>
        <translation>F2 edits, Delete deletes, Alt+↑ and Alt+↓ move; you can also drag with the mouse.</translation>
    </message>
    <message>
        <source>添加{list}</source>
        <translation>Add to “{list}”</translation>
    </message>
    <message>
        <source>修改{list}</source>
        <translation>Edit “{list}”</translation>
    </message>
    <message>
        <source>删除{list}</source>
        <translation>Delete from “{list}”</translation>
    </message>
    <message>
        <source>移动{list}</source>
        <translation>Move in “{list}”</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>发言人待核</source>
        <translation>Speaker not yet known</translation>
    </message>
    <message>
        <source>发言记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>原文 · {language}</source>
        <translation>Original · {language}</translation>
    </message>
    <message>
        <source>译文</source>
        <translation>Translation</translation>
    </message>
    <message>
        <source>翻译</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>发言范围</source>
        <translation>Scope of the statement</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>签名情况</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>to check</translation>
    </message>
    <message>
        <source>内部备注</source>
        <translation>Internal note</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>联席</source>
        <translation>Lianxi</translation>
    </message>
    <message>
        <source>仅存本机</source>
        <translation>On this computer only</translation>
    </message>
    <message>
        <source>会议只保存在这台电脑上，不联网，不上传。</source>
        <translation>Meetings are kept on this computer only; nothing is sent anywhere.</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>已保存 {time}</source>
        <translation>Saved {time}</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>封存</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>听证员名单</source>
        <translation>List of hearing officers</translation>
    </message>
    <message>
        <source>意见所在的发言</source>
        <translation>Contribution with an opinion</translation>
    </message>
    <message>
        <source>会议状态</source>
        <translation>State of the meeting</translation>
    </message>
    <message>
        <source>会议种类</source>
        <translation>Kind of meeting</translation>
    </message>
    <message>
        <source>移到回收站的时间</source>
        <translation>Moved to the bin at</translation>
    </message>
    <message>
        <source>签名日期</source>
        <translation>Date of signature</translation>
    </message>
    <message>
        <source>封存时间</source>
        <translation>Sealed at</translation>
    </message>
    <message>
        <source>摘要值</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>发言人</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>发表人</source>
        <translation>Given by</translation>
    </message>
    <message>
        <source>参会人员</source>
        <translation>Participant</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>所在发言</source>
        <translation>Contribution</translation>
    </message>
    <message>
        <source>次序</source>
        <translation>Place in the order</translation>
    </message>
    <message>
        <source>检察官联席会议</source>
        <translation>Joint conference</translation>
    </message>
    <message>
        <source>检察听证</source>
        <translation>Hearing</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>另有{count}项</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>{first} 等{count}项</source>
        <translation>{first} ({count} in all)</translation>
    </message>
    <message>
        <source>{time}&#x3000;{what}</source>
        <translation>{time}  {what}</translation>
    </message>
    <message>
        <source>理由：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>添加&#x3000;{place}</source>
        <translation>Added: {place}</translation>
    </message>
    <message>
        <source>删除&#x3000;{place}</source>
        <translation>Deleted: {place}</translation>
    </message>
    <message>
        <source>修改&#x3000;{place}</source>
        <translation>Changed: {place}</translation>
    </message>
    <message>
        <source>{kind}第{number}项</source>
        <translation>{kind} {number}</translation>
    </message>
    <message>
        <source>{place}：{words}</source>
        <translation>{place}: {words}</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>（已经删除）</source>
        <translation>(deleted since)</translation>
    </message>
    <message>
        <source>{label} {before} → {after}</source>
        <translation>{label} {before} → {after}</translation>
    </message>
    <message>
        <source>&#x3000;{label}：{words}</source>
        <translation>  {label}: {words}</translation>
    </message>
    <message>
        <source>&#x3000;&#x3000;改前：{words}</source>
        <translation>    Before: {words}</translation>
    </message>
    <message>
        <source>&#x3000;&#x3000;改后：{words}</source>
        <translation>    After: {words}</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Time spent</translation>
    </message>
    <message>
        <source>候场</source>
        <translation>Queue of speakers</translation>
    </message>
    <message>
        <source>内部备注</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>短语代码</source>
        <translation>Short code</translation>
    </message>
    <message>
        <source>出入情况</source>
        <translation>Coming or going</translation>
    </message>
    <message>
        <source>出入人员</source>
        <translation>Who comes or goes</translation>
    </message>
    <message>
        <source>议程</source>
        <translation>Agenda item</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation>From</translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation>To</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>文件类型</source>
        <translation>File type</translation>
    </message>
    <message>
        <source>大小（字节）</source>
        <translation>Size (bytes)</translation>
    </message>
    <message>
        <source>校验值（SHA-256）</source>
        <translation>Hash (SHA-256)</translation>
    </message>
    <message>
        <source>添加时间</source>
        <translation>Added at</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
</context>
<context>
    <name>TrailDialog</name>
    <message>
        <source>操作记录</source>
        <translation>Operation Log</translation>
    </message>
    <message>
        <source>按时间、操作、内容筛选</source>
        <translation>Filter by time, operation and content</translation>
    </message>
    <message>
        <source>筛选操作记录</source>
        <translation>Filter the operation log</translation>
    </message>
    <message>
        <source>操作记录，最新的在前</source>
        <translation>Operation log, newest first</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>所选操作的内容，改前和改后</source>
        <translation>The chosen operation, before and after</translation>
    </message>
    <message>
        <source>复制为文字(&amp;C)</source>
        <translation>&amp;Copy as Text</translation>
    </message>
    <message>
        <source>把所选操作连同改前、改后的内容复制到剪贴板</source>
        <translation>Copies the chosen operations with what was there before and after</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>没有符合的操作记录。</source>
        <translation>No entry of the log holds this.</translation>
    </message>
    <message>
        <source>还没有操作记录。</source>
        <translation>Nothing was done yet.</translation>
    </message>
    <message>
        <source>共{count}项</source>
        <translation>{count} entries</translation>
    </message>
    <message>
        <source>已显示{count}项，向下滚动继续显示</source>
        <translation>{count} entries so far; scroll down for more</translation>
    </message>
    <message>
        <source>正在核对操作记录是否完整…</source>
        <translation>Checking whether the log is whole…</translation>
    </message>
    <message>
        <source>全部会议的操作记录从第{number}项起与前面不衔接，可能有人在程序以外改动过数据。</source>
        <translation>The log of all meetings does not join up from entry {number} on; somebody may have changed the data outside the program.</translation>
    </message>
    <message>
        <source>全部会议的操作记录前后衔接，没有发现改动。</source>
        <translation>The log of all meetings joins up; no change of it was found.</translation>
    </message>
    <message>
        <source>末尾整段缺失，或者全部重写的，单凭操作记录本身看不出来。</source>
        <translation>An end that is missing altogether, or a log rewritten as a whole, cannot be seen from the log alone.</translation>
    </message>
</context>
<context>
    <name>TrailModel</name>
    <message>
        <source>操作</source>
        <translation>Operation</translation>
    </message>
</context>
<context>
    <name>TypingLine</name>
    <message>
        <source>没有人在候场。输入 /q 和号码，把人排进来。</source>
        <translation>Nobody waits to speak. Type /q and a number to put somebody into the queue.</translation>
    </message>
    <message>
        <source>没有{number}号。</source>
        <translation>Nobody has number {number}.</translation>
    </message>
    <message>
        <source>没有“{word}”这个命令。按F1查看全部命令。</source>
        <translation>There is no command “{word}”. Press F1 for all commands.</translation>
    </message>
    <message>
        <source>没有“{who}”。</source>
        <translation>There is nobody called “{who}”.</translation>
    </message>
    <message>
        <source>{name}已经在场。</source>
        <translation>{name} is there already.</translation>
    </message>
    <message>
        <source>{name}现在不在场。</source>
        <translation>{name} is not there now.</translation>
    </message>
    <message>
        <source>没有哪一条发言里有“{words}”。</source>
        <translation>No contribution has “{words}” in it.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>有几个人相符：{names}。请输入号码。</source>
        <translation>Several people fit: {names}. Type the number.</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>全卷摘要值：{digest}</source>
        <translation>Digest of the whole dossier: {digest}</translation>
    </message>
    <message>
        <source>选择归档卷的文件夹、ZIP 文件或者其中一个文件，也可以拖到这里；只读取，不改动。</source>
        <translation>Choose the folder or ZIP of a dossier, or a file of one, or drop it here. It is only read, never changed.</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose Folder…</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose File…</translation>
    </message>
    <message>
        <source>复制检查结果</source>
        <translation>Copy Report</translation>
    </message>
    <message>
        <source>检查另一个</source>
        <translation>Check Another</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>检查归档卷</source>
        <translation>Check a dossier</translation>
    </message>
    <message>
        <source>正在检查：{name}</source>
        <translation>Checking: {name}</translation>
    </message>
    <message>
        <source>检查结果：{name}</source>
        <translation>Checked: {name}</translation>
    </message>
    <message>
        <source>选择归档卷的文件夹</source>
        <translation>Choose the folder of a dossier</translation>
    </message>
    <message>
        <source>选择归档卷的 ZIP 文件，或者其中一个文件</source>
        <translation>Choose the ZIP of a dossier, or a file of one</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>另有 {count} 个文件，复制的检查结果中全部列出。</source>
        <translation>And {count} more; the copied report lists all.</translation>
    </message>
    <message>
        <source>全卷摘要值，请与备考表上抄写的核对；不一致的，清单本身被改动过：</source>
        <translation>Digest of the whole dossier. Compare it with the one on the closing note; if they differ, the manifest itself was changed:</translation>
    </message>
    <message>
        <source>“{file}”：{state}。单独一个文件只能核对到这里。</source>
        <translation>“{file}”: {state}. More cannot be told of a file by itself.</translation>
    </message>
    <message>
        <source>全部完好：{count} 个文件与清单一致。</source>
        <translation>All intact: {count} files are as the manifest says.</translation>
    </message>
    <message>
        <source>有 {faulty} 个文件与清单不符，{intact} 个完好。</source>
        <translation>{faulty} files are not as the manifest says; {intact} are intact.</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>同名的办案人员或者参会人员，请核对是否隐去得当</source>
        <translation>Same name as an official or a participant; check that the right one is hidden</translation>
    </message>
    <message>
        <source>提到住处或者学校，请核对</source>
        <translation>Mentions a home or a school; check</translation>
    </message>
    <message>
        <source>单独出现姓名的一部分，请核对</source>
        <translation>Part of a name by itself; check</translation>
    </message>
    <message>
        <source>姓名之外还有其他称呼，请核对</source>
        <translation>Another way of naming the person beside the name; check</translation>
    </message>
    <message>
        <source>其他文字的原文没有检查姓名，请核对</source>
        <translation>Names were not looked for in originals in other scripts; check</translation>
    </message>
    <message>
        <source>已隐去姓名：{names}。</source>
        <translation>Names hidden: {names}.</translation>
    </message>
    <message>
        <source>已隐去证件号码、手机号码 {count} 处。</source>
        <translation>Numbers of documents and telephones hidden: {count}.</translation>
    </message>
    <message>
        <source>等</source>
        <translation> and more</translation>
    </message>
    <message>
        <source>发言第 {numbers}{more} 条</source>
        <translation>lines {numbers}{more}</translation>
    </message>
    <message>
        <source>其他内容 {count} 处</source>
        <translation>elsewhere: {count}</translation>
    </message>
    <message>
        <source>（{places}）。</source>
        <translation> ({places}).</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>摘录略去其他案件的发言 {count} 条。</source>
        <translation>The excerpt leaves out {count} lines on other cases.</translation>
    </message>
    <message>
        <source>没有写明属于哪一案件、因此保留的发言</source>
        <translation>Lines kept because they are of no stated case</translation>
    </message>
    <message>
        <source>同时提到其他案件的发言</source>
        <translation>Lines that mention other cases too</translation>
    </message>
    <message>
        <source>{words}：第 {numbers}{more} 条，请核对。</source>
        <translation>{words}: {numbers}{more}; check.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>WordingLine</name>
    <message>
        <source>保留用语“{words}”</source>
        <translation>Keep the wording “{words}”</translation>
    </message>
    <message>
        <source>说明理由后保留…</source>
        <translation>Keep with a reason…</translation>
    </message>
    <message>
        <source>添加主持人说明</source>
        <translation>Add a clarification by the chair</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>为什么保留这处用语；理由记入操作记录</source>
        <translation>Why this wording stays; the reason goes into the audit trail</translation>
    </message>
    <message>
        <source>保留用语的理由</source>
        <translation>Reason for keeping the wording</translation>
    </message>
    <message>
        <source>依据：{source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>发言原话，不作改动。“{phrase}”：{reason}。</source>
        <translation>A speaker&apos;s own words, not to be changed. “{phrase}”: {reason}.</translation>
    </message>
    <message>
        <source>请确认“{phrase}”：{reason}。建议写为“{suggestion}”</source>
        <translation>Please confirm “{phrase}”: {reason}. Suggested: “{suggestion}”</translation>
    </message>
    <message>
        <source>签名、导出前须改写“{phrase}”：{reason}。建议写为“{suggestion}”</source>
        <translation>Reword “{phrase}” before signing and export: {reason}. Suggested: “{suggestion}”</translation>
    </message>
    <message>
        <source>（共{count}处）</source>
        <translation> ({count} in all)</translation>
    </message>
    <message>
        <source>采用建议（F12）</source>
        <translation>Use the suggestion (F12)</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>主持人</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>承办检察官</source>
        <translation>Handling prosecutor</translation>
    </message>
    <message>
        <source>承办协助</source>
        <translation>Assisting the handler</translation>
    </message>
    <message>
        <source>出席</source>
        <translation>Attending</translation>
    </message>
    <message>
        <source>列席</source>
        <translation>Without standing</translation>
    </message>
    <message>
        <source>专家</source>
        <translation>Expert</translation>
    </message>
    <message>
        <source>特邀检察官助理</source>
        <translation>Invited prosecutor&apos;s assistant</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Recorder</translation>
    </message>
    <message>
        <source>翻译人员</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>回避</source>
        <translation>Recused</translation>
    </message>
    <message>
        <source>听证员</source>
        <translation>Hearing officer</translation>
    </message>
    <message>
        <source>人民监督员</source>
        <translation>People&apos;s supervisor</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>申诉人</source>
        <translation>Petitioner</translation>
    </message>
    <message>
        <source>被害人</source>
        <translation>Victim</translation>
    </message>
    <message>
        <source>犯罪嫌疑人</source>
        <translation>Suspect</translation>
    </message>
    <message>
        <source>被不起诉人</source>
        <translation>Person not prosecuted</translation>
    </message>
    <message>
        <source>未成年人</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>法定代理人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>合适成年人</source>
        <translation>Appropriate adult</translation>
    </message>
    <message>
        <source>代理人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>辩护人</source>
        <translation>Defender</translation>
    </message>
    <message>
        <source>相对人</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>第三人</source>
        <translation>Third party</translation>
    </message>
    <message>
        <source>第三人代表</source>
        <translation>Third party&apos;s representative</translation>
    </message>
    <message>
        <source>行政机关代表</source>
        <translation>Representative of the administrative organ</translation>
    </message>
    <message>
        <source>侦查人员</source>
        <translation>Investigator</translation>
    </message>
    <message>
        <source>证人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>鉴定人</source>
        <translation>Expert witness</translation>
    </message>
    <message>
        <source>维持秩序</source>
        <translation>Keeping order</translation>
    </message>
    <message>
        <source>旁听代表</source>
        <translation>Observers&apos; representative</translation>
    </message>
    <message>
        <source>主持</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>汇报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>提问</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>专业说明</source>
        <translation>Expert explanation</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>补充</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>翻译</source>
        <translation>Interpretation</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>介绍案情</source>
        <translation>Case presented</translation>
    </message>
    <message>
        <source>听证员代表发言</source>
        <translation>Officers&apos; spokesperson</translation>
    </message>
    <message>
        <source>最后陈述</source>
        <translation>Last statement</translation>
    </message>
    <message>
        <source>总结</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>秩序事项</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>现场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>书面</source>
        <translation>In writing</translation>
    </message>
    <message>
        <source>部门联席会议</source>
        <translation>Department conference</translation>
    </message>
    <message>
        <source>跨部门联席会议</source>
        <translation>Cross-department conference</translation>
    </message>
    <message>
        <source>跨院联席会议</source>
        <translation>Cross-procuratorate conference</translation>
    </message>
    <message>
        <source>院级联席会议</source>
        <translation>Institutional conference</translation>
    </message>
    <message>
        <source>核对到场与宣布纪律</source>
        <translation>Presence checked, discipline announced</translation>
    </message>
    <message>
        <source>介绍案情和需要听证的问题</source>
        <translation>Case and questions presented</translation>
    </message>
    <message>
        <source>当事人及其他参加人说明情况</source>
        <translation>Parties and others explain</translation>
    </message>
    <message>
        <source>听证员提问</source>
        <translation>Hearing officers ask</translation>
    </message>
    <message>
        <source>休会评议</source>
        <translation>Adjourned for deliberation</translation>
    </message>
    <message>
        <source>听证员或者其代表发表意见</source>
        <translation>Officers or their spokesperson state opinions</translation>
    </message>
    <message>
        <source>当事人最后陈述</source>
        <translation>Last statements of the parties</translation>
    </message>
    <message>
        <source>主持人总结</source>
        <translation>Chair sums up</translation>
    </message>
    <message>
        <source>藏语</source>
        <translation>Tibetan</translation>
    </message>
    <message>
        <source>维吾尔语</source>
        <translation>Uyghur</translation>
    </message>
    <message>
        <source>蒙古语</source>
        <translation>Mongolian</translation>
    </message>
    <message>
        <source>哈萨克语</source>
        <translation>Kazakh</translation>
    </message>
    <message>
        <source>彝语</source>
        <translation>Yi</translation>
    </message>
    <message>
        <source>壮语</source>
        <translation>Zhuang</translation>
    </message>
    <message>
        <source>朝鲜语</source>
        <translation>Korean</translation>
    </message>
    <message>
        <source>汉语</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>英语</source>
        <translation>English</translation>
    </message>
    <message>
        <source>公开听证</source>
        <translation>Open hearing</translation>
    </message>
    <message>
        <source>不公开听证</source>
        <translation>Closed hearing</translation>
    </message>
    <message>
        <source>听证</source>
        <translation>Hearing</translation>
    </message>
    <message>
        <source>联席会议</source>
        <translation>Joint conference</translation>
    </message>
    <message>
        <source>听证前</source>
        <translation>Before the hearing</translation>
    </message>
    <message>
        <source>第{number}步</source>
        <translation>Step {number}</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日</source>
        <translation>{year}-{month:02}-{day:02}</translation>
    </message>
    <message>
        <source>{month}月{day}日</source>
        <translation>{month:02}-{day:02}</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>请假</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>缺席</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>到会</source>
        <translation>arrives</translation>
    </message>
    <message>
        <source>离会</source>
        <translation>leaves</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>returns</translation>
    </message>
    <message>
        <source>掉线</source>
        <translation>is cut off</translation>
    </message>
    <message>
        <source>恢复连接</source>
        <translation>is connected again</translation>
    </message>
    <message>
        <source>在场</source>
        <translation>in the room</translation>
    </message>
    <message>
        <source>视频参会</source>
        <translation>by video</translation>
    </message>
    <message>
        <source>已离会</source>
        <translation>left</translation>
    </message>
    <message>
        <source>不在场</source>
        <translation>not there</translation>
    </message>
    <message>
        <source>发言用时{time}</source>
        <translation>spoke for {time}</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>_LineMark</name>
    <message>
        <source>松开鼠标，添加为这条发言的附件</source>
        <translation>Release to attach to this contribution</translation>
    </message>
</context>
</TS>
