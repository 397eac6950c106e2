"""The catalogue of this language; to be filled with the codes of the Finnish one."""

from tpxl.messages.fi import CATALOGUE as CATALOGUE
