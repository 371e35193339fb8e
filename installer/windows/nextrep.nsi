; The installer for Windows. tools/shipping/nsis.py calls makensis with:
;   STAGE  the laid out program         FILES_LIST  the same, file by file, in an order that is always the same
;   OUT    where the installer goes     VERSION, NUMBERS, SIZE_KB
;   PACKING  lzma, zlib or off          LICENCE, ICON, SIDE  what the pages show
;
; One person, no administrator. An upgrade unpacks the new program beside the old one and then renames, so that
; whatever goes wrong before leaves the old program whole. The person's data lie elsewhere; nothing here touches them.
;
; Exit codes of a silent run: 0 done, 1 cancelled, 2 broken off, 3 NextRep is running, 4 a newer version is installed,
; 5 no space, 6 the folder cannot be written to, 7 not this Windows, 8 another installer of NextRep runs.

Unicode true
Target amd64-unicode
!if "${PACKING}" == "off"
  SetCompress off
!else if "${PACKING}" == "lzma"
  SetCompressor /SOLID /FINAL lzma
  SetCompressorDictSize 64
!else
  SetCompressor /FINAL zlib
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\NextRep"
!define KIND "NextRep.Program"
!define UNINSTALLER "uninstall-nextrep.exe"
!define LINK "$SMPROGRAMS\NextRep.lnk"

Name "NextRep"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
InstallDir "$LOCALAPPDATA\Programs\NextRep"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "NextRep ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
AllowSkipFiles off
SetOverwrite on

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!macro About language
  VIAddVersionKey /LANG=${language} "CompanyName" "The NextRep maintainers"
  VIAddVersionKey /LANG=${language} "FileDescription" "NextRep Setup"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "2026 The NextRep maintainers; MIT licence"
  VIAddVersionKey /LANG=${language} "ProductName" "NextRep"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
!macroend

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDE}"

!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LookAtPlace
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\NextRep.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(StartNextRep)"
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(RemoveText)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(RemovedTitle)"
!define MUI_FINISHPAGE_TEXT "$(RemovedText)"
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro About ${LANG_ENGLISH}
!insertmacro About ${LANG_GERMAN}
!include /CHARSET=UTF8 english.nsh
!include /CHARSET=UTF8 german.nsh

; ---- what both programs do -------------------------------------------------------------------------------------------

; Ends with a code after the person was told why.
!macro Leave code
  SetErrorLevel ${code}
  Quit
!macroend

; Asks until `file` can be written, which a program that runs cannot. Nothing is done to it.
!macro WaitForFile file
  ${Do}
    ${IfNot} ${FileExists} "${file}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "${file}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDCANCEL`
      !insertmacro Leave 3
    ${EndIf}
  ${Loop}
!macroend

!macro WaitForProgram un
Function ${un}WaitForProgram
  !insertmacro WaitForFile "$R9\NextRep.exe"
  !insertmacro WaitForFile "$R9\nextrep-cli.exe"
  !insertmacro WaitForFile "$R9\nextrep-files\python311.dll"
FunctionEnd
!macroend
!insertmacro WaitForProgram ""
!insertmacro WaitForProgram "un."

; Windows looks again at what opens which file.
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; ---- before anything is done -------------------------------------------------------------------------------------------

Function .onInit
  SetShellVarContext current
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(WrongWindows)" /SD IDOK
    !insertmacro Leave 7
  ${EndIf}
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "NextRepSetup") p .r1 ?e'
  Pop $0
  ${If} $0 = 183
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(OtherSetup)" /SD IDOK
    !insertmacro Leave 8
  ${EndIf}
  Call AskOfOlder
FunctionEnd

; A newer version is there: it may have written data that this one will not open.
Function AskOfOlder
  ReadRegStr $1 HKCU "${KEY}" "DisplayVersion"
  ReadRegStr $2 HKCU "${KEY}" "InstallLocation"
  ${If} $1 == ""
  ${OrIfNot} ${FileExists} "$2\NextRep.exe"
    Return
  ${EndIf}
  ${VersionCompare} "$1" "${VERSION}" $3
  ${If} $3 != 1
    Return
  ${EndIf}
  ${GetParameters} $4
  ClearErrors
  ${GetOptions} $4 "/OLDER" $5
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  ${If} ${Cmd} `MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "$(IsOlder)" /SD IDNO IDNO`
    !insertmacro Leave 4
  ${EndIf}
FunctionEnd

; $0 = code of what is wrong with $INSTDIR, 0 if nothing is; the person is told.
Function CheckPlace
  ; The folder itself may not be there yet: the first one above it that is there says how much room there is.
  StrCpy $1 $INSTDIR
  ${DoUntil} ${FileExists} "$1\*.*"
    StrCpy $2 $1
    ${GetParent} $1 $1
    ${If} $1 == ""
    ${OrIf} $1 == $2
      StrCpy $0 6
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(CannotWrite)" /SD IDOK
      Return
    ${EndIf}
  ${Loop}
  StrCpy $3 ${SIZE_KB}
  IntOp $3 $3 / 1024
  IntOp $3 $3 + 10
!if "${PACKING}" == "lzma"
  ; Everything is packed in one piece, which is unpacked to a file for passing first.
  ${GetRoot} "$TEMP" $4
  ${GetRoot} "$INSTDIR" $5
  ${If} $4 == $5
    IntOp $3 $3 * 2
  ${EndIf}
!endif
  System::Call 'kernel32::GetDiskFreeSpaceExW(w r1, *l .r6, p 0, p 0) i .r7'
  System::Int64Op $6 / 1048576
  Pop $6
  ${If} $7 <> 0
  ${AndIf} $6 < $3
    StrCpy $0 5
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NoSpace)" /SD IDOK
    Return
  ${EndIf}
  ; Whether it can be written to shows only when one does.
  ClearErrors
  CreateDirectory "$INSTDIR\nextrep-new"
  FileOpen $4 "$INSTDIR\nextrep-new\probe" w
  ${If} ${Errors}
    StrCpy $0 6
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(CannotWrite)" /SD IDOK
  ${Else}
    FileClose $4
    StrCpy $0 0
  ${EndIf}
  Call CleanUp
FunctionEnd

; The page with the folder: the person may choose another one.
Function LookAtPlace
  Call CheckPlace
  ${If} $0 <> 0
    Abort
  ${EndIf}
FunctionEnd

; Takes away what was unpacked, and the folder if nothing else is in it.
Function CleanUp
  RMDir /r "$INSTDIR\nextrep-new"
  RMDir "$INSTDIR"
FunctionEnd

; ---- installing ---------------------------------------------------------------------------------------------------------

!macro MoveAway item
  ${If} ${FileExists} "$INSTDIR\${item}"
    Rename "$INSTDIR\${item}" "$INSTDIR\nextrep-old\${item}"
    IfErrors back
  ${EndIf}
!macroend

!macro MoveIn item
  Rename "$INSTDIR\nextrep-new\${item}" "$INSTDIR\${item}"
  IfErrors back
!macroend

!macro PutBack item
  ${If} ${FileExists} "$INSTDIR\nextrep-old\${item}"
    ${If} ${FileExists} "$INSTDIR\${item}"
      Rename "$INSTDIR\${item}" "$INSTDIR\nextrep-new\${item}"
    ${EndIf}
    Rename "$INSTDIR\nextrep-old\${item}" "$INSTDIR\${item}"
  ${EndIf}
!macroend

; Puts the new program in the place of the old one by renaming; where that fails, the old one back.
Function Swap
  RMDir /r "$INSTDIR\nextrep-old"
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\nextrep-old\*.*"
    Goto failed
  ${EndIf}
  CreateDirectory "$INSTDIR\nextrep-old"
  ClearErrors
  !insertmacro MoveAway "NextRep.exe"
  !insertmacro MoveAway "nextrep-cli.exe"
  !insertmacro MoveAway "nextrep-files"
  !insertmacro MoveIn "nextrep-files"
  !insertmacro MoveIn "nextrep-cli.exe"
  !insertmacro MoveIn "NextRep.exe"
  RMDir /r "$INSTDIR\nextrep-old"
  RMDir /r "$INSTDIR\nextrep-new"
  Return
back:
  !insertmacro PutBack "nextrep-files"
  !insertmacro PutBack "nextrep-cli.exe"
  !insertmacro PutBack "NextRep.exe"
  RMDir "$INSTDIR\nextrep-old"
failed:
  Call CleanUp
  MessageBox MB_OK|MB_ICONSTOP "$(CouldNotReplace)" /SD IDOK
  !insertmacro Leave 3
FunctionEnd

; A program that was installed in another folder before goes from there; $8 is that folder, "" for none.
Function RemoveElsewhere
  ${If} $8 == ""
  ${OrIf} $8 == $INSTDIR
  ${OrIfNot} ${FileExists} "$8\${UNINSTALLER}"
    Return
  ${EndIf}
  RMDir /r "$8\nextrep-files"
  Delete "$8\NextRep.exe"
  Delete "$8\nextrep-cli.exe"
  Delete "$8\${UNINSTALLER}"
  RMDir "$8"
FunctionEnd

Function Register
  CreateShortcut "${LINK}" "$INSTDIR\NextRep.exe" "" "" "" SW_SHOWNORMAL "" "$(LinkText)"
  WriteRegStr HKCU "Software\Classes\.nextrep" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.nextrep\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(KindName)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\NextRep.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\NextRep.exe" "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "NextRep"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\NextRep.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "The NextRep maintainers"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  !insertmacro TellExplorer
FunctionEnd

Section
  SetShellVarContext current
  ReadRegStr $8 HKCU "${KEY}" "InstallLocation"
  ; First of all, and before any file is touched: does it run, here or where it was before?
  StrCpy $R9 $INSTDIR
  Call WaitForProgram
  ${If} $8 != ""
    StrCpy $R9 $8
    Call WaitForProgram
  ${EndIf}
  Call CheckPlace
  ${If} $0 <> 0
    SetErrorLevel $0
    Quit
  ${EndIf}
  DetailPrint "$(Unpacking)"
  SetDetailsPrint none
  !include "${FILES_LIST}"
  SetOutPath "$INSTDIR"
  SetDetailsPrint lastused
  Call Swap
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  Call RemoveElsewhere
  Call Register
SectionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  Call CleanUp
FunctionEnd

; ---- removing -----------------------------------------------------------------------------------------------------------

Function un.onInit
  SetShellVarContext current
FunctionEnd

Section Uninstall
  SetShellVarContext current
  StrCpy $R9 $INSTDIR
  Call un.WaitForProgram
  ; By name, and nothing else: whatever a person put into the folder stays.
  RMDir /r "$INSTDIR\nextrep-files"
  RMDir /r "$INSTDIR\nextrep-old"
  RMDir /r "$INSTDIR\nextrep-new"
  Delete "$INSTDIR\NextRep.exe"
  Delete "$INSTDIR\nextrep-cli.exe"
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  Delete "${LINK}"
  ReadRegStr $0 HKCU "Software\Classes\.nextrep" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue HKCU "Software\Classes\.nextrep" ""
  ${EndIf}
  DeleteRegValue HKCU "Software\Classes\.nextrep\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.nextrep\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.nextrep"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "${KEY}"
  !insertmacro TellExplorer
SectionEnd
