"""Documents as text: PDF, DOCX, HTML and plain, as adverts and CVs come."""
