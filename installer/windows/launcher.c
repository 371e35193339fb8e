/* NextRep.exe and nextrep-cli.exe: starts the program with the Python that lies beside it in nextrep-files.
 *
 * It looks first whether the files without which nothing could even complain are there and whole (essential.h, made by
 * tools/shipping/launcher.py), because a program that ends without a word helps nobody.
 */

#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#include "essential.h"

#define LONGEST 32768 /* of a path, in UTF-16 units: Windows' own limit */
#define DAMAGED 73    /* what launch.py ends with where a module is missing */

typedef int (*python_main)(int, wchar_t **);

static wchar_t folder[LONGEST];
static wchar_t file[LONGEST];

static int say_damaged(void) {
    const wchar_t *english = L"NextRep is damaged: some of its files are missing or were changed.\n\n"
                             L"Please install it again. Your data is safe; it is kept apart from the program.";
    const wchar_t *german = L"NextRep ist beschädigt: Einige Dateien fehlen oder wurden verändert.\n\n"
                            L"Bitte installieren Sie es erneut. Ihre Daten sind sicher; sie liegen getrennt vom "
                            L"Programm.";
    const wchar_t *text = PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_GERMAN ? german : english;
#ifdef CONSOLE
    DWORD written;
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(out, text, (DWORD)wcslen(text), &written, NULL))
        fwprintf(stderr, L"%ls\n", english);
#else
    MessageBoxW(NULL, text, L"NextRep", MB_ICONERROR | MB_OK | MB_SETFOREGROUND);
#endif
    return DAMAGED;
}

/* Puts the place of one of our files into `file`; 0 where the path would be too long. */
static int place(const wchar_t *name) {
    if (wcslen(folder) + wcslen(name) + 1 > LONGEST)
        return 0;
    wcscpy(file, folder);
    wcscat(file, name);
    return 1;
}

static int whole(void) {
    WIN32_FILE_ATTRIBUTE_DATA found;
    for (size_t i = 0; i < sizeof essential / sizeof *essential; i++) {
        if (!place(essential[i].name) || !GetFileAttributesExW(file, GetFileExInfoStandard, &found))
            return 0;
        /* Size 0 stands for any but none: Qt's licence lets people put another build of it in its place. */
        if (found.nFileSizeHigh || !found.nFileSizeLow)
            return 0;
        if (essential[i].size && found.nFileSizeLow != essential[i].size)
            return 0;
    }
    return 1;
}

static python_main load_python(void) {
    if (!place(L"" PYTHON))
        return NULL;
    HMODULE python = LoadLibraryExW(file, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    return python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
}

static int run(int count, wchar_t **words) {
    static wchar_t *ours[] = {L"-I", L"-X", L"utf8", L"-m", L"nextrep_launch"};
    const int more = sizeof ours / sizeof *ours;
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    if (length == 0 || length >= LONGEST)
        return say_damaged();
    *(wcsrchr(folder, L'\\') + 1) = 0;
    /* A library of the same name in the folder that a file was opened from must not be taken for one of ours. */
    SetDllDirectoryW(L"");
    python_main start = whole() ? load_python() : NULL;
    wchar_t **all = calloc((size_t)(count + more + 1), sizeof *all);
    if (!start || !all)
        return say_damaged();
    all[0] = words[0];
    for (int i = 0; i < more; i++)
        all[1 + i] = ours[i];
    for (int i = 1; i < count; i++)
        all[more + i] = words[i];
    int code = start(count + more, all);
    return code == DAMAGED ? say_damaged() : code;
}

#ifdef CONSOLE
int wmain(int count, wchar_t **words) { return run(count, words); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, LPWSTR line, int show) {
    (void)instance; (void)previous; (void)line; (void)show;
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    return words ? run(count, words) : say_damaged();
}
#endif
