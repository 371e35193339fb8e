; What the installer says in German.
!macro Say name text
  LangString ${name} ${LANG_GERMAN} "${text}"
!macroend

!insertmacro Say WelcomeTitle "NextRep ${VERSION}"
!insertmacro Say WelcomeText "NextRep plant Ihr Krafttraining und führt ein Tagebuch über Stimmung und Schlaf, nur auf diesem Computer. Es nutzt nie das Netz. Das Programm selbst spricht Englisch.$\r$\n$\r$\nNextRep wird nur für Sie installiert. Es braucht keinen Administrator, und andere Personen an diesem Computer sind nicht betroffen.$\r$\n$\r$\nIst NextRep schon installiert, wird es ersetzt, und Ihre Daten bleiben, wie sie sind."
!insertmacro Say FinishTitle "NextRep ist installiert"
!insertmacro Say FinishText "Sie finden es im Startmenü.$\r$\n$\r$\nIhre Daten liegen dann in $LOCALAPPDATA\NextRep. Dort bleiben sie, auch wenn NextRep aktualisiert oder entfernt wird."
!insertmacro Say StartNextRep "NextRep starten"
!insertmacro Say LinkText "Krafttraining und ein Tagebuch über Stimmung und Schlaf"
!insertmacro Say KindName "NextRep-Programm"
!insertmacro Say Unpacking "Das Programm wird entpackt ..."
!insertmacro Say RemoveText "NextRep wird von Ihrem Computer entfernt. Ihre Daten bleiben, in $LOCALAPPDATA\NextRep."
!insertmacro Say RemovedTitle "NextRep ist entfernt"
!insertmacro Say RemovedText "Ihre Daten sind noch da, in $LOCALAPPDATA\NextRep. Wenn Sie NextRep wieder installieren, findet es sie.$\r$\n$\r$\nSoll nichts davon bleiben, löschen Sie diesen Ordner selbst."
!insertmacro Say IsRunning "NextRep läuft gerade. Schließen Sie sein Fenster und wählen Sie dann Wiederholen.$\r$\n$\r$\nBisher wurde nichts verändert."
!insertmacro Say IsOlder "Installiert ist NextRep $1, das neuer ist als diese Version, ${VERSION}.$\r$\n$\r$\nDie ältere Version öffnet keine Daten, die die neuere auf ihren Stand gebracht hat; sie sagt das und lässt sie, wie sie sind.$\r$\n$\r$\nDie ältere Version trotzdem installieren?"
!insertmacro Say NoSpace "Auf diesem Laufwerk ist nicht genug Platz: NextRep braucht beim Installieren $3 MB, und $6 MB sind frei.$\r$\n$\r$\nEs wurde nichts verändert. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner."
!insertmacro Say CannotWrite "In diesen Ordner kann nicht geschrieben werden:$\r$\n$INSTDIR$\r$\n$\r$\nEs wurde nichts verändert. Bitte wählen Sie einen anderen."
!insertmacro Say CouldNotReplace "Eine Datei des installierten NextRep wird gerade benutzt und konnte nicht ersetzt werden. Die installierte Version ist vollständig und unverändert.$\r$\n$\r$\nSchließen Sie NextRep, und installieren Sie dann erneut."
!insertmacro Say WrongWindows "NextRep braucht Windows 10 oder 11, 64 Bit."
!insertmacro Say OtherSetup "NextRep wird schon installiert. Sehen Sie nach seinem anderen Fenster."
!macroundef Say
