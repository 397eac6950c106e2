"""PDF by Typst: a Word document as a Typst document, compiled in processes of their own."""
