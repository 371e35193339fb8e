/* Stands in for icuuc.dll in Wine, for tests only; it is never shipped.
 *
 * Windows has had ICU since 2017 (Windows 10 1703), and Qt asks it for old character sets. Wine has no such library,
 * and a program that wants it does not start. This one knows no character set at all: opening one fails as ICU says
 * it (U_FILE_ACCESS_ERROR), so Qt goes on with UTF-8, UTF-16, UTF-32 and Latin 1, which are its own.
 */

#define EXPORTED __declspec(dllexport)

enum { NO_SUCH_CONVERTER = 4 };

static void *none(int *error) {
    if (error)
        *error = NO_SUCH_CONVERTER;
    return 0;
}

EXPORTED void *ucnv_open(const char *name, int *error) { (void)name; return none(error); }
EXPORTED void ucnv_close(void *converter) { (void)converter; }
EXPORTED void ucnv_reset(void *converter) { (void)converter; }

EXPORTED const char *ucnv_getName(const void *converter, int *error) { (void)converter; return none(error); }
EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *error) {
    (void)name; (void)standard;
    return none(error);
}
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
EXPORTED signed char ucnv_getMaxCharSize(const void *converter) { (void)converter; return 1; }

/* None of these is reached without a converter, which nobody gets here. */
EXPORTED void ucnv_toUnicode(void) {}
EXPORTED void ucnv_fromUnicode(void) {}
EXPORTED int ucnv_toUCountPending(const void *converter, int *error) { (void)converter; none(error); return 0; }
EXPORTED int ucnv_fromUCountPending(const void *converter, int *error) { (void)converter; none(error); return 0; }
EXPORTED void ucnv_getToUCallBack(void) {}
EXPORTED void ucnv_getFromUCallBack(void) {}
EXPORTED void ucnv_setToUCallBack(void) {}
EXPORTED void ucnv_setFromUCallBack(void) {}
EXPORTED void ucnv_cbToUWriteUChars(void) {}
EXPORTED void ucnv_cbFromUWriteUChars(void) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
