; What the installer says in English.
!macro Say name text
  LangString ${name} ${LANG_ENGLISH} "${text}"
!macroend

!insertmacro Say WelcomeTitle "NextRep ${VERSION}"
!insertmacro Say WelcomeText "NextRep plans your strength training and keeps a journal of mood and sleep, on this computer only. It never uses the network.$\r$\n$\r$\nThis installs NextRep for you alone. It takes no administrator, and other people on this computer are not affected.$\r$\n$\r$\nIf NextRep is installed already, it is replaced, and your data stays as it is."
!insertmacro Say FinishTitle "NextRep is installed"
!insertmacro Say FinishText "You find it in the Start menu.$\r$\n$\r$\nYour data will be kept in $LOCALAPPDATA\NextRep. It stays there when NextRep is updated or removed."
!insertmacro Say StartNextRep "Start NextRep"
!insertmacro Say LinkText "Strength training and a journal of mood and sleep"
!insertmacro Say KindName "NextRep program"
!insertmacro Say Unpacking "Unpacking the program ..."
!insertmacro Say RemoveText "This removes NextRep from your computer. Your data stays, in $LOCALAPPDATA\NextRep."
!insertmacro Say RemovedTitle "NextRep is removed"
!insertmacro Say RemovedText "Your data is still there, in $LOCALAPPDATA\NextRep. If you install NextRep again, it finds it.$\r$\n$\r$\nIf you want no trace of it, delete that folder yourself."
!insertmacro Say IsRunning "NextRep is running. Close its window, then choose Retry.$\r$\n$\r$\nNothing has been changed so far."
!insertmacro Say IsOlder "NextRep $1 is installed, which is newer than this version, ${VERSION}.$\r$\n$\r$\nThe older version opens no data that the newer one has brought up to date; it says so and leaves it as it is.$\r$\n$\r$\nInstall the older version anyway?"
!insertmacro Say NoSpace "There is not enough room on this drive: NextRep takes $3 MB while it is installed, and $6 MB are free.$\r$\n$\r$\nNothing has been changed. Make room, or choose another folder."
!insertmacro Say CannotWrite "This folder cannot be written to:$\r$\n$INSTDIR$\r$\n$\r$\nNothing has been changed. Please choose another one."
!insertmacro Say CouldNotReplace "A file of the installed NextRep is in use, so it could not be replaced. The installed version is whole and as it was.$\r$\n$\r$\nClose NextRep, then install again."
!insertmacro Say WrongWindows "NextRep needs Windows 10 or 11, 64-bit."
!insertmacro Say OtherSetup "NextRep is being installed already. Look for its other window."
!macroundef Say
