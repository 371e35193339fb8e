"""The log sheet: a paper to train with and write on, for one week or for a block of weeks."""
